using System.Threading.RateLimiting;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.DependencyInjection;

namespace YiyuanSafety.Host.Access;

/// <summary>How often one caller may ask: by who signed in, else by remote address.</summary>
internal static class CallerRates
{
    /// <summary>Adds the framework's limiter. Endpoints with <c>DisableRateLimiting</c> are exempt.</summary>
    public static void Add(IServiceCollection services, RateSettings rate) => services.AddRateLimiter(options =>
    {
        options.GlobalLimiter = PartitionedRateLimiter.Create<HttpContext, string>(
            context => RateLimitPartition.GetTokenBucketLimiter(Partition(context), _ => TokenBucket.Of(rate.PerMinute, rate.Burst)));
        options.OnRejected = async (context, _) =>
            await AccessProblem.TooManyRequests().WriteAsync(
                context.HttpContext, context.Lease.TryGetMetadata(MetadataName.RetryAfter, out var wait) ? wait : TimeSpan.FromSeconds(1));
    });

    private static string Partition(HttpContext context) => Caller.Find(context) is { } caller ? $"caller {caller.Id}" : $"address {RemoteAddress.Of(context)}";
}
