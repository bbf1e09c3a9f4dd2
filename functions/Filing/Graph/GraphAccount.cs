using Azure.Core;
using Azure.Identity;
using Microsoft.Graph;
using Microsoft.Kiota.Abstractions;
using Microsoft.Kiota.Abstractions.Authentication;
using Microsoft.Kiota.Http.HttpClientLibrary.Middleware;
using YiyuanSafety.Filing.Drives;

namespace YiyuanSafety.Filing.Graph;

/// <summary>The connections to Graph: one that carries the sign-in and goes to Graph alone, one without it for upload addresses.</summary>
internal sealed class GraphAccount : IDisposable
{
    private readonly HttpClient _signed;

    private GraphAccount(GraphSettings settings, IAccessTokenProvider tokens, Func<HttpMessageHandler> handler)
    {
        // Waiting and trying again is done in one place, by the drive's own clock.
        var handlers = GraphClientFactory.CreateDefaultHandlers().Where(one => one is not (RetryHandler or RedirectHandler)).Append(new StrangeAnswers()).ToList();
        _signed = GraphClientFactory.Create(handlers, finalHandler: handler());
        _signed.Timeout = settings.Patience;
        Requests = new GraphServiceClient(_signed, new BaseBearerTokenAuthenticationProvider(tokens), settings.Endpoint.AbsoluteUri.TrimEnd('/')).RequestAdapter;
        Bare = new HttpClient(handler()) { Timeout = settings.Patience };
    }

    /// <summary>Sends requests to Graph.</summary>
    public IRequestAdapter Requests { get; }

    /// <summary>Sends without any sign-in: upload addresses carry their own, and must not see ours.</summary>
    public HttpClient Bare { get; }

    /// <summary>An account as the settings name it.</summary>
    /// <exception cref="DriveException">The certificate cannot be read, or the names cannot be those of a tenant and an application.</exception>
    public static GraphAccount Open(GraphSettings settings)
    {
        try
        {
            return Open(settings, Credential(settings));
        }
        catch (ArgumentException e)
        {
            // The library's own words name the setting's value; what they say of it is English.
            throw new DriveException(DriveCodes.Invalid, $"归档位置“{settings.Address}”的登录设置不能用：租户“{settings.Tenant}”或应用“{settings.Client}”不是编号。请把设置中的 Tenant、Client 换成 Microsoft 365 管理员给的编号（形如 00000000-0000-0000-0000-000000000000），见 docs/filing.md。", e);
        }
    }

    /// <summary>An account with a way to sign in.</summary>
    public static GraphAccount Open(GraphSettings settings, TokenCredential credential) =>
        new(settings, new GraphTokens(credential, settings.Endpoint), static () => new SocketsHttpHandler { AllowAutoRedirect = false, PooledConnectionLifetime = TimeSpan.FromMinutes(5) });

    /// <inheritdoc/>
    public void Dispose()
    {
        _signed.Dispose();
        Bare.Dispose();
    }

    // Whom to sign in with is the administrator's setting: no other cloud is asked whether that host is one of theirs.
    private static TokenCredential Credential(GraphSettings settings)
    {
        if (settings.Secret.Length > 0)
            return new ClientSecretCredential(settings.Tenant, settings.Client, settings.Secret, new ClientSecretCredentialOptions { AuthorityHost = settings.Login, DisableInstanceDiscovery = true });
        if (settings.Certificate.Length == 0)
            return new ManagedIdentityCredential(settings.Client.Length > 0 ? ManagedIdentityId.FromUserAssignedClientId(settings.Client) : ManagedIdentityId.SystemAssigned);
        if (!File.Exists(settings.Certificate))
            throw new DriveException(DriveCodes.Invalid, $"证书文件“{settings.Certificate}”不存在，不能登录 SharePoint。请核对设置中的 Certificate。");
        var options = new ClientCertificateCredentialOptions { AuthorityHost = settings.Login, DisableInstanceDiscovery = true };
        return settings.CertificatePassword.Length > 0
            ? new ClientCertificateCredential(settings.Tenant, settings.Client, GraphCertificate.Read(settings.Certificate, settings.CertificatePassword), options)
            : new ClientCertificateCredential(settings.Tenant, settings.Client, settings.Certificate, options);
    }

    /// <summary>Gives the token to Graph's own host and to no other.</summary>
    private sealed class GraphTokens(TokenCredential credential, Uri endpoint) : IAccessTokenProvider
    {
        private readonly string[] _scopes = [$"{endpoint.GetLeftPart(UriPartial.Authority)}/.default"];

        public AllowedHostsValidator AllowedHostsValidator { get; } = new([endpoint.Host]);

        public async Task<string> GetAuthorizationTokenAsync(Uri uri, Dictionary<string, object>? additionalAuthenticationContext = null, CancellationToken cancellationToken = default) =>
            uri.Authority == endpoint.Authority && uri.Scheme == endpoint.Scheme
                ? (await credential.GetTokenAsync(new TokenRequestContext(_scopes), cancellationToken)).Token
                : "";
    }
}
