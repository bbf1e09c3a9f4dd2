namespace YiyuanSafety.Host.Access;

/// <summary>How people sign in.</summary>
/// <param name="Word">none, key, oidc or key+oidc.</param>
internal sealed record AccessMode(string Word);
