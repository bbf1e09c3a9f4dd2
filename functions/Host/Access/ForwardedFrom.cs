using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.HttpOverrides;
using Microsoft.Extensions.DependencyInjection;
using IPNetwork = System.Net.IPNetwork;

namespace YiyuanSafety.Host.Access;

/// <summary>Whose word about the caller's address and scheme is believed.</summary>
internal static class ForwardedFrom
{
    private static readonly IPNetwork[] ThisMachine = [IPNetwork.Parse("127.0.0.0/8"), IPNetwork.Parse("::1/128")];

    /// <summary>Sets up the framework's forwarded headers.</summary>
    /// <remarks>
    /// The framework believes everybody where its lists are empty, and ASPNETCORE_FORWARDEDHEADERS_ENABLED empties them. So it is told
    /// last, and where nobody is trusted it is told to read no header at all. Host is never taken from a header: nothing needs it.
    /// </remarks>
    public static void Add(IServiceCollection services, AccessSettings settings)
    {
        var trusted = Trusted(settings);
        services.PostConfigure<ForwardedHeadersOptions>(options =>
        {
            options.ForwardedHeaders = trusted.Count == 0 ? ForwardedHeaders.None : ForwardedHeaders.XForwardedFor | ForwardedHeaders.XForwardedProto;
            options.ForwardLimit = null;
            options.KnownProxies.Clear();
            options.KnownIPNetworks.Clear();
            foreach (var network in trusted)
                options.KnownIPNetworks.Add(network);
        });
    }

    /// <summary>The networks whose headers are believed; under Azure Functions also this machine, where its host stands.</summary>
    public static IReadOnlyList<IPNetwork> Trusted(AccessSettings settings) =>
        settings.UnderFunctions ? [.. settings.TrustedProxies, .. ThisMachine] : settings.TrustedProxies;
}
