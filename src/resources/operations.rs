//! What the operations of a resource are declared with: `operations!`.
//!
//! CONTRIBUTING.md shows it in use.

/// Declares the operations of a resource: a handle with one method each for Rust users, and its
/// [`ResourceDeclaration`](crate::schema::ResourceDeclaration).
///
/// ```text
/// #[see = "agents/get-assistant"]        the page of Synthflow's documentation, where there is one
/// #[example = "const agent = await client.agents.get(model_id);"]        for JavaScript users; compiled by a test
/// fn get(model_id; GetAgent) -> Agent = GET "/assistants/{model_id}" one "assistants", safe;
///    │   │         │            │       │   │                        │                └ retry policy
///    │   │         │            │       │   └ path                   └ `one`, `page` or `stream`, and the field of
///    │   │         │            │       └ HTTP method                  the response that holds it
///    │   │         │            └ type of the data in the response
///    │   │         └ the body; the query of a GET or DELETE
///    │   └ path parameters
///    └ name; attach_phone_numbers is attachPhoneNumbers in JavaScript
/// ```
///
/// `stream` of nothing (`""`) is a response in NDJSON. `#[creates = "call_id"]` names the id that the response to a
/// creation must have; others are names under which an account may send it, and from which the first is filled. `#[appends = "tasks id"]` is for one that repeats safely if its params have
/// that id, and every item of `tasks` has an `id`. `#[wait("call", "status", "", "completed failed")]` adds a `wait` that polls
/// the operation: see [`WaitDeclaration`](crate::schema::WaitDeclaration). A `page` ends with its paging.
macro_rules! operations {
    (
        $(#[doc = $doc:literal])*
        pub $resource:ident = $name:literal;
        $(
            $(#[doc = $operation_doc:literal])*
            $(#[see = $see:literal])?
            $(#[example = $example:literal])?
            $(#[creates = $creates:literal])?
            $(#[appends = $appends:literal])?
            $(#[wait($noun:literal, $status:literal, $begun:literal, $is_final:expr)])?
            fn $operation:ident($($id:ident),* $(; $params:ty)?) -> $response:ty
                = $method:ident $path:literal $($kind:ident $field:literal)?, $policy:expr $(, $paging:expr)?;
        )*
    ) => {
        $(#[doc = $doc])*
        #[cfg(all(feature = "client", target_arch = "wasm32", target_os = "unknown"))]
        #[derive(Debug, Clone, Copy)]
        pub struct $resource<'client>(&'client $crate::http::driver::Transport);

        #[cfg(all(feature = "client", target_arch = "wasm32", target_os = "unknown"))]
        impl<'client> $resource<'client> {
            pub(crate) fn new(transport: &'client $crate::http::driver::Transport) -> Self {
                Self(transport)
            }
            $(
                $(#[doc = $operation_doc])*
                $(#[doc = concat!("\nSee <https://docs.synthflow.ai/api-reference/platform-api/", $see, ">.")])?
                ///
                /// # Errors
                /// [`Error`](crate::Error): its `outcome` says what happened to the request.
                pub fn $operation(
                    self
                    $(, $id: &str)*
                    $(, params: &$params)?
                ) -> $crate::http::driver::RequestFuture<operations!(@response $response $(, $kind)?)> {
                    let name = concat!($name, ".", stringify!($operation));
                    let params: Option<&dyn $crate::settings::Params> =
                        operations!(@params $(params as $params)?);
                    operations!(@send self.0.plan(name, &[$($id),*], params) $(, $kind)?)
                }
                $(
                    #[doc = concat!("Polls the ", $noun, " of this id until it has ended, and returns it.")]
                    /// Transient failures do not end the wait, nor does a missing resource in its first 10 seconds.
                    ///
                    /// # Errors
                    /// As the polled request; a timeout if it has not ended within
                    /// [`timeout`](crate::WaitOptions::timeout), an abort at the signal of the client's request options,
                    /// neither of which ends what is waited for.
                    pub fn wait<'options>(
                        self,
                        id: &str,
                        options: $crate::WaitOptions<'options, $response>,
                    ) -> impl Future<Output = Result<$response, $crate::Error>> + use<'options> {
                        let declared = $crate::schema::WaitDeclaration {
                            noun: $noun,
                            status: $status,
                            begun: $begun,
                            is_final: $is_final,
                        };
                        let name = concat!($name, ".", stringify!($operation));
                        let (transport, id) = (self.0.clone(), id.to_owned());
                        async move { $crate::http::driver::wait(&transport, &declared, name, &id, options).await }
                    }
                )?
            )*
        }

        // What cannot be right is refused here, at the keyword: see `schema::refuse`.
        $(
            const _: fn() = || {
                $crate::schema::refuse::Path::<
                    { $crate::schema::refuse::path_matches_arguments($path, &[$(stringify!($id)),*]) },
                >::of($path);
            };
            const _: fn() = || {
                use $crate::schema::keywords::policy::*;
                $crate::schema::refuse::Policy::<{ $policy.fits(operations!(@method $method)) }>::of($policy);
            };
            operations!(@refuse $policy $(, $kind)? $(; $paging)?);
        )*

        /// The operations of this file.
        pub static DECLARATION: $crate::schema::ResourceDeclaration = $crate::schema::ResourceDeclaration {
            name: $name,
            type_name: stringify!($resource),
            docs: &[$($doc),*],
            operations: &[$($crate::schema::OperationDeclaration {
                name: stringify!($operation),
                docs: &[$($operation_doc),*],
                method: operations!(@method $method),
                path: $path,
                path_parameters: &[$(stringify!($id)),*],
                params: operations!(@type $($params)?),
                response: <$response as $crate::schema::Declared>::TYPE,
                response_kind: operations!(@kind $($kind)?),
                envelope_field: concat!($($field)?),
                retry_policy: { use $crate::schema::keywords::policy::*; $policy },
                creates: concat!($($creates)?),
                appends: concat!($($appends)?),
                paging: operations!(@paging $($paging)?),
                wait: operations!(@wait $($noun, $status, $begun, $is_final)?),
                see: concat!($($see)?),
                example: concat!($($example)?),
            }),*],
        };
    };
    (@response $response:ty, page) => { $crate::http::driver::Page<$response> };
    (@response $response:ty, stream) => { $crate::http::driver::ItemStream<$response> };
    (@response $response:ty $(, $kind:ident)?) => { $response };
    (@send $plan:expr, page) => { $crate::http::driver::RequestFuture::page($plan) };
    (@send $plan:expr, stream) => { $crate::http::driver::RequestFuture::stream($plan) };
    (@send $plan:expr $(, $kind:ident)?) => { $crate::http::driver::RequestFuture::item($plan) };
    (@refuse $policy:expr) => {};
    // The paging is missing behind the policy.
    (@refuse $policy:expr, $kind:ident) => {
        const _: fn() = || {
            use $crate::schema::keywords::{kind::*, policy::*};
            $crate::schema::refuse::Response::<{ !$kind.is_page() }>::of($policy);
        };
    };
    (@refuse $policy:expr $(, $kind:ident)?; $paging:expr) => {
        const _: fn() = || {
            use $crate::schema::keywords::paging::*;
            $crate::schema::refuse::Response::<{ operations!(@kind $($kind)?).is_page() }>::of($paging);
        };
    };
    (@method $method:ident) => {{ use $crate::schema::keywords::method::*; $method }};
    (@kind) => { $crate::schema::ResponseKind::Whole };
    (@kind $kind:ident) => {{ use $crate::schema::keywords::kind::*; $kind }};
    (@params) => { None };
    (@params $value:ident as $type:ty) => { Some($value) };
    (@type) => { None };
    (@type $type:ty) => { Some(<$type as $crate::schema::Declared>::TYPE) };
    (@wait) => { None };
    (@wait $noun:expr, $status:expr, $begun:expr, $is_final:expr) => {
        Some($crate::schema::WaitDeclaration {
            noun: $noun,
            status: $status,
            begun: $begun,
            is_final: $is_final,
        })
    };
    (@paging) => { $crate::schema::Paging::None };
    (@paging $paging:expr) => {{ use $crate::schema::keywords::paging::*; $paging }};
}
