using System.Net;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Server.Kestrel.Core;

namespace YiyuanSafety.Tests.Graph;

/// <summary>
/// Stands in for the parts of Microsoft Graph that filing to a document library uses, on ports of its own of this machine. It is strict: what
/// the documents do not allow is answered 400 and kept in <see cref="Violations"/>. Other people's doings are <see cref="Library"/>'s, and
/// what goes wrong on the way is <see cref="Faults"/>'.
/// </summary>
public sealed class GraphDouble : IAsyncDisposable
{
    private readonly World _world;
    private readonly CancellationTokenSource _stopping = new();
    private readonly WebApplication _app;
    private readonly Front _front;
    private int _isGone;

    private GraphDouble(GraphDoubleOptions options)
    {
        _world = new World(options);
        _front = new Front(_world, () => Faults, _stopping.Token);
        Library = new LibraryState(_world.Shelves[0], _world.Sessions, options);
        OtherLibrary = new LibraryState(_world.Shelves[1], _world.Sessions, options);

        var certificate = LoginCertificate.Make();
        LoginCertificatePem = certificate.ExportCertificatePem();
        var ports = new List<ListenOptions>();
        var builder = WebApplication.CreateEmptyBuilder(new WebApplicationOptions());
        builder.WebHost.UseKestrelCore().ConfigureKestrel(kestrel =>
        {
            kestrel.Limits.MaxRequestBodySize = null;
            kestrel.Limits.MinRequestBodyDataRate = null;
            kestrel.Limits.MinResponseDataRate = null;
            for (var i = 0; i < 4; i++)
            {
                kestrel.Listen(IPAddress.Loopback, 0, port =>
                {
                    port.Protocols = HttpProtocols.Http1;
                    if (ports.Count == 2)
                        port.UseHttps(certificate);
                    ports.Add(port);
                });
            }
        });
        _app = builder.Build();
        _app.Run(Handle);
        Ports = ports;
    }

    /// <summary>Where Graph answers, with its version.</summary>
    public Uri Endpoint => _world.Endpoint;

    /// <summary>Where to sign in, over https with <see cref="LoginCertificatePem"/>.</summary>
    public Uri Login => _world.Login;

    /// <summary>The self-signed certificate of <see cref="Login"/>, in PEM.</summary>
    public string LoginCertificatePem { get; }

    /// <summary>The endpoint of the managed identity, as App Service has it in IDENTITY_ENDPOINT.</summary>
    public Uri ManagedIdentity { get; private set; } = new("http://127.0.0.1");

    /// <summary>What the X-IDENTITY-HEADER of the managed identity must be, as App Service has it in IDENTITY_HEADER.</summary>
    public string ManagedIdentityHeader => _front.Identity.Header;

    /// <summary>The token that is let in.</summary>
    public string Token => _world.Token;

    /// <summary>Id of the site's own library, 文档.</summary>
    public string DriveId => _world.Shelves[0].DriveId;

    /// <summary>Id of the library 公文.</summary>
    public string OtherDriveId => _world.Shelves[1].DriveId;

    /// <summary>The site that both libraries are in.</summary>
    public Uri Site { get; } = World.Site;

    /// <summary>All requests so far.</summary>
    public IReadOnlyList<SeenRequest> Requests => _world.Journal.Requests;

    /// <summary>All breaches of the documented contract by the client.</summary>
    public IReadOnlyList<string> Violations => _world.Journal.Violations;

    /// <summary>How often the token was sent to upload or download addresses.</summary>
    public int TokensElsewhere => _world.Journal.TokensElsewhere;

    /// <summary>Most uploads at once: simple uploads on their way, and sessions that were open.</summary>
    public int MostAtOnce => _world.Journal.MostAtOnce;

    /// <summary>Most bodies on their way at once: of simple uploads and of fragments.</summary>
    public int MostBodiesAtOnce => _world.Journal.MostBodiesAtOnce;

    /// <summary>Asked for each request before it is handled.</summary>
    public Func<SeenRequest, Fault>? Faults { get; set; }

    /// <summary>What lies in 文档, and what other people do there.</summary>
    public LibraryState Library { get; }

    /// <summary>What lies in 公文, and what other people do there.</summary>
    public LibraryState OtherLibrary { get; }

    private List<ListenOptions> Ports { get; }

    /// <summary>Starts one.</summary>
    public static async Task<GraphDouble> StartAsync(GraphDoubleOptions? options = null)
    {
        var one = new GraphDouble(options ?? new GraphDoubleOptions());
        await one._app.StartAsync();
        one._world.Graph = one.Address(0);
        one._world.Transfer = one.Address(1);
        one._world.Login = one.Address(2);
        one.ManagedIdentity = new Uri(one.Address(3), IdentityRoutes.Path);
        return one;
    }

    /// <inheritdoc/>
    public async ValueTask DisposeAsync()
    {
        if (Interlocked.Exchange(ref _isGone, 1) == 1)
            return;
        await _stopping.CancelAsync();
        await _app.StopAsync(new CancellationToken(canceled: true));
        await _app.DisposeAsync();
        _stopping.Dispose();
    }

    private Uri Address(int port) => new($"{(port == 2 ? "https" : "http")}://127.0.0.1:{Ports[port].IPEndPoint!.Port}");

    private Task Handle(HttpContext http)
    {
        var port = Enumerable.Range(0, Ports.Count).First(i => Ports[i].IPEndPoint!.Port == http.Connection.LocalPort);
        return _front.HandleAsync(http, (HostKind)Math.Min(port, (int)HostKind.Login), isIdentity: port == 3);
    }
}
