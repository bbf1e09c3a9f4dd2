namespace YiyuanSafety.Filing.Graph;

/// <summary>
/// Answers that are not Graph's: the page of a gateway that has nobody behind it, or of a proxy that wants a sign-in. The SDK would fail on
/// their words in its own; so an error keeps its status alone, and a success that is none counts as a broken connection.
/// </summary>
internal sealed class StrangeAnswers : DelegatingHandler
{
    /// <inheritdoc/>
    protected override async Task<HttpResponseMessage> SendAsync(HttpRequestMessage request, CancellationToken cancellationToken)
    {
        var response = await base.SendAsync(request, cancellationToken);
        if (response.Content.Headers.ContentType?.MediaType is not { } type || type.EndsWith("json", StringComparison.OrdinalIgnoreCase))
            return response;
        if (response.IsSuccessStatusCode)
        {
            response.Dispose();
            throw new HttpRequestException("The answer is not Graph's.");
        }

        response.Content.Dispose();
        response.Content = new ByteArrayContent([]);
        return response;
    }
}
