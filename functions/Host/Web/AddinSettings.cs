namespace YiyuanSafety.Host.Web;

/// <summary>What the Word pane needs to know before anybody signs in; configuration section <c>Addin</c>.</summary>
internal sealed record AddinSettings
{
    /// <summary>Microsoft's own address of office.js.</summary>
    public static readonly Uri WorldWide = new("https://appsforoffice.microsoft.com/lib/1/hosted/office.js");

    /// <summary>That of the cloud that 21Vianet runs in China.</summary>
    public static readonly Uri China = new("https://appsforoffice.cdn.partner.office365.cn/appsforoffice/lib/1/hosted/office.js");

    /// <summary>The address of office.js (<c>OfficeJs</c>); the only foreign script that the pane's page may run.</summary>
    public Uri OfficeJs { get; init; } = WorldWide;

    /// <summary>How the pane signs in with the account of the office (<c>Entra</c>); null where it does not.</summary>
    public EntraSettings? Entra { get; init; }

    /// <summary>Scheme, host and port of an address, as a content security policy has them.</summary>
    public static string Origin(Uri address) =>
        new UriBuilder(address.Scheme, address.IdnHost, address.IsDefaultPort ? -1 : address.Port).Uri.GetLeftPart(UriPartial.Authority);
}

/// <summary>The pane's own registration with Entra ID, where people of the office sign in.</summary>
/// <param name="ClientId">The pane's application.</param>
/// <param name="Authority">The tenant's address at the sign-in service.</param>
/// <param name="Scope">The scope that this service asks for, such as <c>api://…/access_as_user</c>.</param>
internal sealed record EntraSettings(Guid ClientId, Uri Authority, string Scope);
