using System.Net;
using System.Net.Sockets;
using System.Threading.RateLimiting;
using Microsoft.AspNetCore.Http;

namespace YiyuanSafety.Host.Access;

/// <summary>Counts failed sign-ins by remote address. Good callers of the same address are not locked out with the bad one.</summary>
internal sealed class FailedSignIns(RateSettings rate) : IDisposable
{
    private readonly PartitionedRateLimiter<HttpContext> _limiter = PartitionedRateLimiter.Create<HttpContext, string>(
        context => RateLimitPartition.GetTokenBucketLimiter(RemoteAddress.Of(context), _ => TokenBucket.Of(rate.FailuresPerMinute, rate.FailuresPerMinute)));

    /// <summary>Whether one more failure would be let through.</summary>
    public bool HasRoom(HttpContext context)
    {
        using var lease = _limiter.AttemptAcquire(context, 0);
        return lease.IsAcquired;
    }

    /// <summary>Counts a failure.</summary>
    /// <returns>How long the address has to wait; null where it need not.</returns>
    public TimeSpan? Count(HttpContext context)
    {
        using var lease = _limiter.AttemptAcquire(context);
        return lease.IsAcquired ? null : lease.TryGetMetadata(MetadataName.RetryAfter, out var wait) ? wait : TimeSpan.FromSeconds(1);
    }

    /// <inheritdoc/>
    public void Dispose() => _limiter.Dispose();
}

/// <summary>What a remote address counts as.</summary>
internal static class RemoteAddress
{
    private const int NetworkBytes = 8;

    /// <summary>The address of a request; of IPv6 its /64 network, since one machine has all addresses of it.</summary>
    public static string Of(HttpContext context)
    {
        if (context.Connection.RemoteIpAddress is not { } address)
            return "";
        if (address.AddressFamily != AddressFamily.InterNetworkV6)
            return address.ToString();
        if (address.IsIPv4MappedToIPv6)
            return address.MapToIPv4().ToString();
        var bytes = address.GetAddressBytes();
        bytes.AsSpan(NetworkBytes).Clear();
        return new IPAddress(bytes).ToString();
    }
}

/// <summary>Token buckets.</summary>
internal static class TokenBucket
{
    /// <summary>A bucket that fills one token at a time.</summary>
    /// <param name="perMinute">Tokens per minute.</param>
    /// <param name="burst">Tokens that it holds.</param>
    public static TokenBucketRateLimiterOptions Of(int perMinute, int burst) => new()
    {
        TokenLimit = burst,
        TokensPerPeriod = 1,
        ReplenishmentPeriod = TimeSpan.FromMinutes(1) / perMinute,
        QueueLimit = 0,
    };
}
