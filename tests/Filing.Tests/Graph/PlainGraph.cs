using System.Net;
using System.Net.Http.Headers;
using System.Text;
using System.Text.Json.Nodes;
using YiyuanSafety.Tests.Graph;

namespace YiyuanSafety.Filing.Tests.Graph;

/// <summary>An answer as it came.</summary>
internal sealed record Answer(HttpStatusCode Status, JsonObject? Json, byte[] Bytes, HttpResponseMessage Message)
{
    public string Code => (string)Json!["error"]!["code"]!;

    public string Text(string name) => (string)Json![name]!;
}

/// <summary>Asks the double with plain requests.</summary>
internal sealed class PlainGraph(GraphDouble graph) : IDisposable
{
    private readonly HttpClient _http = new(new SocketsHttpHandler { AllowAutoRedirect = false });

    public string Drive => $"drives/{graph.DriveId}";

    /// <summary>Path of an item by its place.</summary>
    public string At(string place, string part = "") => $"{Drive}/root:/{string.Join('/', place.Split('/').Select(Uri.EscapeDataString))}{(part.Length > 0 ? ":/" + part : "")}";

    public Task<Answer> Get(string path) => Send(HttpMethod.Get, path);

    public Task<Answer> Put(string place, string text, string query = "", string? ifMatch = null, string? ifNoneMatch = null) =>
        Send(HttpMethod.Put, At(place, "content") + query, new ByteArrayContent(Encoding.UTF8.GetBytes(text)), ifMatch, ifNoneMatch);

    public Task<Answer> Post(string path, string json, string? ifMatch = null) => Send(HttpMethod.Post, path, Json(json), ifMatch);

    public Task<Answer> Patch(string path, string json, string? ifMatch = null) => Send(HttpMethod.Patch, path, Json(json), ifMatch);

    public async Task<Answer> Session(string place, string conflict = "replace", string? ifMatch = null) =>
        await Post(At(place, "createUploadSession"), $$$"""{"item":{"@microsoft.graph.conflictBehavior":"{{{conflict}}}"}}""", ifMatch);

    /// <summary>Sends a fragment to an upload address.</summary>
    public Task<Answer> Fragment(string address, byte[] whole, int from, int to, int? total = null)
    {
        var content = new ByteArrayContent(whole, from, to - from + 1);
        content.Headers.ContentRange = new ContentRangeHeaderValue(from, to, total ?? whole.Length);
        return SendTo(HttpMethod.Put, new Uri(address), content, token: null);
    }

    public Task<Answer> Send(HttpMethod method, string path, HttpContent? content = null, string? ifMatch = null, string? ifNoneMatch = null) =>
        SendTo(method, path.StartsWith("http", StringComparison.Ordinal) ? new Uri(path) : new Uri($"{graph.Endpoint.AbsoluteUri}/{path}"), content, graph.Token, ifMatch, ifNoneMatch);

    public async Task<Answer> SendTo(HttpMethod method, Uri address, HttpContent? content, string? token, string? ifMatch = null, string? ifNoneMatch = null)
    {
        using var request = new HttpRequestMessage(method, address) { Content = content };
        if (token is not null)
            request.Headers.Authorization = new AuthenticationHeaderValue("Bearer", token);
        if (ifMatch is not null)
            request.Headers.TryAddWithoutValidation("If-Match", ifMatch);
        if (ifNoneMatch is not null)
            request.Headers.TryAddWithoutValidation("If-None-Match", ifNoneMatch);
        var response = await _http.SendAsync(request, TestContext.Current.CancellationToken);
        var bytes = await response.Content.ReadAsByteArrayAsync(TestContext.Current.CancellationToken);
        return new Answer(response.StatusCode, response.Content.Headers.ContentType?.MediaType == "application/json" ? (JsonObject)JsonNode.Parse(bytes)! : null, bytes, response);
    }

    public void Dispose() => _http.Dispose();

    private static StringContent Json(string json) => new(json, Encoding.UTF8, "application/json");
}
