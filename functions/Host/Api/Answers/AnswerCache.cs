using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.Caching.Memory;
using YiyuanSafety.Host.Access;
using YiyuanSafety.Host.Service;
using YiyuanSafety.Ledger.Stores;
using YiyuanSafety.WorkPoints.Calendar;

namespace YiyuanSafety.Host.Api.Answers;

/// <summary>
/// Answers about rows, kept until anything is written to the ledger. Only for a ledger in a file: there a look at the file tells, without
/// a query, whether an answer still holds. Readers of different bodies never share one.
/// </summary>
internal sealed class AnswerCache(LedgerStore store, Preparation preparation, TimeProvider time) : IDisposable
{
    private const int MostBytes = 48 * 1024 * 1024;
    private const int LargestAnswer = 1024 * 1024;
    private readonly MemoryCache _answers = new(new MemoryCacheOptions { SizeLimit = MostBytes });
    private readonly Lazy<LedgerStamp?> _stamp = new(store.OpenStamp);

    /// <summary>Answers from what is kept, or lets the endpoint answer and keeps that.</summary>
    public async Task AnswerAsync(HttpContext http, RequestDelegate next)
    {
        if (http.GetEndpoint()?.Metadata.GetMetadata<KeptAnswer>() is null || Caller.Find(http) is not { } caller
            || !preparation.Ready.IsCompletedSuccessfully || _stamp.Value is not { } stamp)
        {
            await next(http);
            return;
        }

        // Looked at before the query: what is written meanwhile makes the answer old, never a new stamp an old answer.
        var now = stamp.Now();
        var key = $"{ChinaTime.Today(time):yyyyMMdd}\n{caller.Role}\n{caller.Body}\n{http.Request.Path}{http.Request.QueryString}";
        if (_answers.TryGetValue<Answer>(key, out var known) && known?.Stamp == now)
        {
            await WriteAsync(http, known);
            return;
        }

        var body = http.Response.Body;
        using var buffer = new MemoryStream();
        http.Response.Body = buffer;
        try
        {
            await next(http);
        }
        finally
        {
            http.Response.Body = body;
        }

        var answer = new Answer(now, http.Response.ContentType, http.Response.Headers.ETag.ToString(), buffer.ToArray());
        if (http.Response.StatusCode == StatusCodes.Status200OK && answer.Body.Length <= LargestAnswer)
            _answers.Set(key, answer, new MemoryCacheEntryOptions { Size = answer.Body.Length + (2 * key.Length) + 200 });

        // Even an empty write begins the answer, and an error without words could then be given none.
        if (answer.Body.Length > 0)
            await http.Response.Body.WriteAsync(answer.Body, http.RequestAborted);
    }

    /// <summary>Lets go of everything.</summary>
    public void Dispose()
    {
        _answers.Dispose();
        if (_stamp.IsValueCreated)
            _stamp.Value?.Dispose();
    }

    private static async Task WriteAsync(HttpContext http, Answer answer)
    {
        http.Response.ContentType = answer.ContentType;
        http.Response.ContentLength = answer.Body.Length;
        if (answer.Tag.Length > 0)
            http.Response.Headers.ETag = answer.Tag;
        await http.Response.Body.WriteAsync(answer.Body, http.RequestAborted);
    }

    private sealed record Answer(long Stamp, string? ContentType, string Tag, byte[] Body);
}

/// <summary>Marks an endpoint whose answers depend on the ledger, the day, the caller's rights and the address alone.</summary>
internal sealed record KeptAnswer
{
    /// <summary>The mark.</summary>
    public static KeptAnswer Mark { get; } = new();
}

/// <summary>Marks endpoints.</summary>
internal static class KeptAnswers
{
    /// <summary>Lets the answers of an endpoint be kept until something is written.</summary>
    public static RouteHandlerBuilder Kept(this RouteHandlerBuilder endpoint) => endpoint.WithMetadata(KeptAnswer.Mark);
}
