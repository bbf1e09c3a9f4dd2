namespace YiyuanSafety.Filing.Graph;

/// <summary>A document library of SharePoint or OneDrive, and how to sign in to it. Secrets are never shown.</summary>
public sealed record GraphSettings
{
    /// <summary>Where Graph answers, with its version: <see cref="GraphCloud.Graph"/> of a cloud.</summary>
    public Uri Endpoint { get; init; } = GraphCloud.WorldWide.Graph;

    /// <summary>Where to sign in: <see cref="GraphCloud.Login"/> of a cloud.</summary>
    public Uri Login { get; init; } = GraphCloud.WorldWide.Login;

    /// <summary>The tenant (目录租户) that the application lives in; empty for a managed identity.</summary>
    public string Tenant { get; init; } = "";

    /// <summary>The application (client) id; for a user-assigned managed identity, its client id; empty for the resource's own.</summary>
    public string Client { get; init; } = "";

    /// <summary>The application's secret; empty where it signs in otherwise.</summary>
    public string Secret { get; init; } = "";

    /// <summary>File of the application's certificate with its private key (.pfx or .pem); empty where it signs in otherwise.</summary>
    public string Certificate { get; init; } = "";

    /// <summary>Password of the certificate's file; empty for none.</summary>
    public string CertificatePassword { get; init; } = "";

    /// <summary>Id of the drive; empty where site and library name it.</summary>
    public string Drive { get; init; } = "";

    /// <summary>Address of the site, such as https://contoso.sharepoint.cn/sites/anwei; null where the drive is given.</summary>
    public Uri? Site { get; init; }

    /// <summary>Name of the library in the site; empty for the site's own.</summary>
    public string Library { get; init; } = "";

    /// <summary>Folder of the library that everything lies in; empty for its root.</summary>
    public string Root { get; init; } = "";

    /// <summary>How long one request may take.</summary>
    public TimeSpan Patience { get; init; } = TimeSpan.FromSeconds(100);

    /// <summary>How long a filing waits for a service that asks to wait, in all.</summary>
    public TimeSpan Waiting { get; init; } = TimeSpan.FromMinutes(3);

    /// <summary>Where it is, for people.</summary>
    public string Address => $"{(Site is { } site ? $"{site.AbsoluteUri.TrimEnd('/')} {Library}".TrimEnd() : $"{Endpoint.Host} {Drive}")}{(Root.Length > 0 ? "/" + Root : "")}";

    /// <inheritdoc cref="Address"/>
    public override string ToString() => Address;
}
