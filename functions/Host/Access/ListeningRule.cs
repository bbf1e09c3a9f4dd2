using System.Net;
using Microsoft.AspNetCore.Http;

namespace YiyuanSafety.Host.Access;

/// <summary>Why the service does not start.</summary>
/// <param name="Code">Stable code.</param>
/// <param name="Message">A Chinese sentence: what, and what to do.</param>
internal sealed record Refusal(string Code, string Message);

/// <summary>The service does not start. The message is a Chinese sentence: why, and what to do.</summary>
/// <param name="refusal">Why.</param>
/// <param name="cause">The error that told of it; null where none did.</param>
internal sealed class ListenException(Refusal refusal, Exception? cause = null) : Exception(refusal.Message, cause)
{
    /// <summary>Stable code.</summary>
    public string Code => refusal.Code;
}

/// <summary>The service is reached from outside only where callers sign in: an office that opens it to its network by mistake is told at the start.</summary>
internal static class ListeningRule
{
    /// <summary>The refusal's code.</summary>
    public const string Code = "listen-unsafe";

    private const string Advice = "请把 Access:Mode 设为 key、oidc 或 key+oidc（先用 key add 发放密钥），";

    /// <summary>Whether the service may listen to these addresses.</summary>
    /// <param name="urls">All addresses, each as Kestrel takes it; several in one text stand between semicolons.</param>
    /// <param name="settings">Who may use the service.</param>
    /// <returns>Null where it may.</returns>
    public static Refusal? Check(IEnumerable<string> urls, AccessSettings settings)
    {
        // Under Azure Functions a program that ends is started again until the host gives up, and nobody reads why. There it starts, and
        // every call is told that sign-in is not set up.
        if (settings.Mode != SignIn.None || settings.UnderFunctions)
            return null;
        var open = urls.SelectMany(url => url.Split(';')).Select(url => url.Trim()).FirstOrDefault(url => url.Length > 0 && !IsLoopback(url));
        return open is null ? null : new Refusal(Code, $"监听地址“{open}”能从其他电脑访问，却没有开启登录。{Advice}或只监听 http://localhost。");
    }

    /// <summary>Whether only this machine reaches an address.</summary>
    private static bool IsLoopback(string url)
    {
        BindingAddress address;
        try
        {
            address = BindingAddress.Parse(url);
        }
        catch (FormatException)
        {
            return false;
        }

        // Behind a socket or pipe stands a proxy, and before the proxy the world.
        return !address.IsUnixPipe && !address.IsNamedPipe && LocalName.IsLoopback(address.Host);
    }
}

/// <summary>Names of this machine.</summary>
internal static class LocalName
{
    /// <summary>
    /// Whether a host of a URL or Host header, without its port, means this machine for certain. Other names do not count, whatever they
    /// resolve to: Kestrel takes them for "all addresses", and a name server can point them here at will.
    /// </summary>
    public static bool IsLoopback(string host) =>
        string.Equals(host, "localhost", StringComparison.OrdinalIgnoreCase)
        || (IPAddress.TryParse(host is ['[', .. var inner, ']'] ? inner : host, out var address) && IsLoopback(address));

    /// <summary>Whether an address is this machine's own; false for none.</summary>
    public static bool IsLoopback(IPAddress? address) =>
        address is not null && IPAddress.IsLoopback(address.IsIPv4MappedToIPv6 ? address.MapToIPv4() : address);
}
