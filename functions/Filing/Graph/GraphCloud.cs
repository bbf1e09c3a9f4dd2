using Azure.Identity;

namespace YiyuanSafety.Filing.Graph;

/// <summary>A cloud of Microsoft 365.</summary>
/// <param name="Graph">Where Graph answers, with its version.</param>
/// <param name="Login">Where to sign in.</param>
public sealed record GraphCloud(Uri Graph, Uri Login)
{
    /// <summary>Microsoft's own.</summary>
    public static GraphCloud WorldWide { get; } = new(new Uri("https://graph.microsoft.com/v1.0"), AzureAuthorityHosts.AzurePublicCloud);

    /// <summary>That which 21Vianet (世纪互联) runs in China.</summary>
    public static GraphCloud China { get; } = new(new Uri("https://microsoftgraph.chinacloudapi.cn/v1.0"), AzureAuthorityHosts.AzureChina);

    /// <summary>The cloud that a site lies in.</summary>
    public static GraphCloud Of(Uri? site) => site is not null && site.Host.EndsWith(".sharepoint.cn", StringComparison.OrdinalIgnoreCase) ? China : WorldWide;
}
