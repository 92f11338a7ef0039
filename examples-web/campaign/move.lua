-- Moves a person to another state, in one step, if the record is of this attempt and in one of the expected states. So the
-- late result of a worker that was taken for dead does not overwrite what is known by then.
-- KEYS: people, counts. ARGV: id, token of the attempt, expected states, new state, JSON of more fields.
-- Returns the record as it is then; none for a person who is queued.
local people, counts = unpack(KEYS)
local id, attempt, expected, state, fields = unpack(ARGV)

local known = redis.call("HGET", people, id)
if not known then return false end
local record = cjson.decode(known)
local isExpected = string.find(" " .. expected .. " ", " " .. record.state .. " ", 1, true)
if record.attempt ~= attempt or not isExpected then return known end

redis.call("HINCRBY", counts, record.state, -1)
if state == "queued" then
  -- The number stays this person's, so that a duplicate does not come before the next attempt.
  redis.call("HDEL", people, id)
  return false
end

for name, value in pairs(cjson.decode(fields)) do record[name] = value end
record.state = state
if state == "unknown" and not record["until"] then
  local time = redis.call("TIME")
  record["until"] = time[1] * 1000 + math.floor(time[2] / 1000)
end
local text = cjson.encode(record)
redis.call("HINCRBY", counts, state, 1)
redis.call("HSET", people, id, text)
return text
