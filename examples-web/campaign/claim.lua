-- Moves a person from queued to sending, in one step: whoever gets { 1, … } may send the request, nobody else may.
-- A person without a record is queued. Also skips duplicates, and everybody once the campaign is canceled.
-- KEYS: people, phones, counts, settings. ARGV: id, digits of the number, token of the attempt.
-- Returns { 1 if the attempt may be sent else 0, record }.
local people, phones, counts, settings = unpack(KEYS)
local id, digits, attempt = unpack(ARGV)

local known = redis.call("HGET", people, id)
local old = known and cjson.decode(known)
if old and old.state ~= "failed" then
  -- The Redis client repeats a command whose reply was lost: then the attempt is the same.
  return { (old.state == "sending" and old.attempt == attempt) and 1 or 0, known }
end

local record = { state = "sending", attempt = attempt }
local owner = redis.call("HGET", phones, digits)
if owner and owner ~= id then
  record.state, record.reason = "skipped", "duplicate of " .. owner
elseif redis.call("HEXISTS", settings, "cancelled") == 1 then
  record.state, record.reason = "skipped", "the campaign was canceled"
else
  -- The clock of Redis, since those of the workers differ.
  local time = redis.call("TIME")
  record.startedAt = time[1] * 1000 + math.floor(time[2] / 1000)
  redis.call("HSET", phones, digits, id)
end

local text = cjson.encode(record)
if old then redis.call("HINCRBY", counts, old.state, -1) end
redis.call("HINCRBY", counts, record.state, 1)
redis.call("HSET", people, id, text)
return { record.state == "sending" and 1 or 0, text }
