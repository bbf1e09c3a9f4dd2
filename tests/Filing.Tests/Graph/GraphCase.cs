using Azure.Core;
using YiyuanSafety.Filing.Graph;
using YiyuanSafety.Tests.Graph;

namespace YiyuanSafety.Filing.Tests.Graph;

/// <summary>A library on the double, and drives that talk to it.</summary>
internal sealed class GraphCase : IAsyncDisposable
{
    private readonly List<GraphDrive> _drives = [];

    private GraphCase(GraphDouble graph) => Graph = graph;

    public GraphDouble Graph { get; }

    public FastTime Time { get; } = new();

    public static async Task<GraphCase> BeginAsync(GraphDoubleOptions? options = null) => new(await GraphDouble.StartAsync(options));

    /// <summary>A drive as a new start of the program has it: it remembers nothing.</summary>
    /// <param name="root">Folder that everything lies in.</param>
    /// <param name="patience">How long a request may take.</param>
    /// <param name="isSliced">Whether small files go in slices too.</param>
    public GraphDrive Drive(string root = "", TimeSpan? patience = null, bool isSliced = false)
    {
        var settings = new GraphSettings { Endpoint = Graph.Endpoint, Drive = Graph.DriveId, Root = root, Patience = patience ?? TimeSpan.FromSeconds(60) };
        return Open(settings, isSliced ? UploadSizes.Smallest : null);
    }

    /// <summary>A drive with settings of its own.</summary>
    public GraphDrive Open(GraphSettings settings, UploadSizes? sizes = null)
    {
        var drive = new GraphDrive(settings, () => GraphAccount.Open(settings, new FixedToken(Graph.Token)), Time, sizes);
        _drives.Add(drive);
        return drive;
    }

    /// <summary>What holds whatever happened: Graph's contract was kept, and nobody else saw the token.</summary>
    public void AssertClean()
    {
        Assert.True(Graph.Violations.Count == 0, string.Join("\n", Graph.Violations));
        Assert.Equal(0, Graph.TokensElsewhere);
    }

    public async ValueTask DisposeAsync()
    {
        _drives.ForEach(drive => drive.Dispose());
        await Graph.DisposeAsync();
    }

    private sealed class FixedToken(string token) : TokenCredential
    {
        public override AccessToken GetToken(TokenRequestContext requestContext, CancellationToken cancellationToken) => new(token, DateTimeOffset.MaxValue);

        public override ValueTask<AccessToken> GetTokenAsync(TokenRequestContext requestContext, CancellationToken cancellationToken) => new(GetToken(requestContext, cancellationToken));
    }
}
