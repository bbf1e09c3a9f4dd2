using System.Security.Cryptography;
using System.Text;
using System.Text.Json;
using Microsoft.AspNetCore.Http;
using Microsoft.EntityFrameworkCore;
using YiyuanSafety.Host.Access;
using YiyuanSafety.Ledger;
using YiyuanSafety.Ledger.Records;
using YiyuanSafety.Ledger.Stores;

namespace YiyuanSafety.Host.Api.Answers;

/// <summary>
/// Calls that carry an Idempotency-Key: the first one is carried out and its answer written down in the same transaction; the same call
/// again gets that answer. So a caller whose connection broke may simply ask again.
/// </summary>
internal static class OnceOnly
{
    /// <summary>The header.</summary>
    public const string Header = "Idempotency-Key";

    private const int LongestKey = 200;

    /// <summary>Carries a call out once.</summary>
    /// <typeparam name="T">What is remembered of the answer.</typeparam>
    /// <param name="http">The call.</param>
    /// <param name="caller">Who calls; another person's key is another key.</param>
    /// <param name="store">The ledger.</param>
    /// <param name="time">The clock.</param>
    /// <param name="asked">What is asked for, in words of which equal ones mean equal calls.</param>
    /// <param name="call">Carries it out inside a unit of work, which is saved afterwards.</param>
    /// <exception cref="LedgerException">The key is too long, or was used for another call.</exception>
    public static async Task<T> RunAsync<T>(HttpContext http, Caller caller, LedgerStore store, TimeProvider time, string asked, Func<LedgerContext, Task<T>> call)
    {
        var stop = http.RequestAborted;
        var given = http.Request.Headers[Header].ToString();
        if (given.Length > LongestKey)
            throw new LedgerException(LedgerCodes.Invalid, $"{Header} 太长，最多 {LongestKey} 个字符。");
        var key = Hash($"{caller.Id}\n{http.Request.Method}\n{http.Request.Path}\n{given}");
        var question = Hash(asked);
        while (true)
        {
            await using var ledger = store.Open();
            if (given.Length > 0 && await ledger.AnsweredCalls.AsNoTracking().SingleOrDefaultAsync(one => one.Key == key, stop) is { } known)
                return known.Asked == question ? Read<T>(known) : throw new LedgerException(LedgerCodes.WrongState, $"这个 {Header} 已用于另一个请求。请换一个。");
            var result = await call(ledger);
            if (given.Length > 0)
                ledger.AnsweredCalls.Add(new AnsweredCall { Key = key, Asked = question, At = time.GetUtcNow(), Status = StatusCodes.Status200OK, Body = JsonSerializer.Serialize(result) });
            try
            {
                await ledger.SaveChangesAsync(stop);
                return result;
            }
            catch (DbUpdateException e) when (given.Length > 0 && ledger.IsDuplicate(e))
            {
                // The same call came in twice at the same moment; the other one was faster, and its answer is found now.
            }
        }
    }

    private static T Read<T>(AnsweredCall call) => JsonSerializer.Deserialize<T>(call.Body) ?? throw new InvalidOperationException("A call was answered with nothing.");

    private static string Hash(string text) => Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(text)));
}
