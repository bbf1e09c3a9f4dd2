namespace YiyuanSafety.Tests.Graph;

/// <summary>Everything that the routes share.</summary>
internal sealed class World
{
    public const string SiteHost = "contoso.sharepoint.cn";
    public const string SitePath = "/sites/anwei";

    public World(GraphDoubleOptions options)
    {
        Options = options;
        Shelves = [new Shelf("文档", "Shared Documents", options), new Shelf("公文", "公文", options)];
        Sessions = new Sessions(options, Journal);
    }

    public GraphDoubleOptions Options { get; }

    public Journal Journal { get; } = new();

    /// <summary>The libraries, the site's own first.</summary>
    public IReadOnlyList<Shelf> Shelves { get; }

    public Sessions Sessions { get; }

    public string Token { get; } = "eyJ0eXAiOiJKV1QifQ." + Guid.NewGuid().ToString("N") + ".signature";

    /// <summary>What makes upload and download addresses their own sign-in.</summary>
    public string TransferSecret { get; } = Guid.NewGuid().ToString("N");

    public string SiteId { get; } = $"{SiteHost},{Guid.NewGuid()},{Guid.NewGuid()}";

    public static Uri Site { get; } = new($"https://{SiteHost}{SitePath}");

    public Uri Graph { get; set; } = new("http://127.0.0.1");

    public Uri Transfer { get; set; } = new("http://127.0.0.1");

    public Uri Login { get; set; } = new("https://127.0.0.1");

    public Uri Endpoint => new(Graph, "/v1.0");

    public Shelf Shelf(string driveId) => Shelves.FirstOrDefault(shelf => shelf.DriveId == driveId) ?? throw GraphError.NotFound();

    public string DownloadUrl(Shelf shelf, Node node) => new Uri(Transfer, $"/down/{Uri.EscapeDataString(shelf.DriveId)}/{node.Id}?tempauth={TransferSecret}").AbsoluteUri;

    public string UploadUrl(string session) => new Uri(Transfer, $"/up/{session}?tempauth={TransferSecret}").AbsoluteUri;
}
