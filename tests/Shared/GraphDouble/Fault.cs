namespace YiyuanSafety.Tests.Graph;

/// <summary>What goes wrong with a request.</summary>
public enum Fault
{
    /// <summary>Nothing.</summary>
    None,

    /// <summary>The connection breaks before anything is done.</summary>
    DropBefore,

    /// <summary>Everything is done, then the connection breaks instead of an answer.</summary>
    DropAfter,

    /// <summary>429 with Retry-After: 2; nothing is done.</summary>
    Throttle,

    /// <summary>503 with Retry-After: 1; nothing is done.</summary>
    Unavailable,

    /// <summary>500; nothing is done.</summary>
    ServerError,

    /// <summary>No answer until the client leaves; nothing is done.</summary>
    Hang,

    /// <summary>A gateway answers in the service's place: 502 with a page of its own. Nothing was done.</summary>
    GatewayPage,

    /// <summary>Everything is done, but there is no answer until the client leaves.</summary>
    HangAfter,

    /// <summary>Forgets the upload session that the request goes to; then it is handled, and finds none.</summary>
    ExpireSession,

    /// <summary>An upload breaks after half of its body and is not done; any other request is done, and its answer breaks in the middle.</summary>
    HalfBody,

    /// <summary>A delta request is answered 410 with a new beginning; any other request is handled.</summary>
    Resync,
}
