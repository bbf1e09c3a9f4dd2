using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;

namespace YiyuanSafety.Host.Api.Answers;

/// <summary>What every endpoint says of itself.</summary>
internal static class EndpointWords
{
    /// <summary>Names an endpoint and says who may call it and how it may fail.</summary>
    /// <param name="endpoint">The endpoint.</param>
    /// <param name="name">Its name in the API description, as programs call it.</param>
    /// <param name="summary">What it does, in Chinese.</param>
    /// <param name="role">The least role.</param>
    /// <param name="errors">Statuses of its problems beside those that every endpoint has.</param>
    public static RouteHandlerBuilder As(this RouteHandlerBuilder endpoint, string name, string summary, string role, params int[] errors)
    {
        endpoint.WithName(name).WithSummary(summary).RequireAuthorization(role);
        foreach (var status in errors)
            endpoint.ProducesProblem(status);
        return endpoint;
    }
}
