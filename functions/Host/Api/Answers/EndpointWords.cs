using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Routing;
using Microsoft.Extensions.DependencyInjection;
using YiyuanSafety.Host.Service;

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

    /// <summary>Lets an endpoint take a file as large as the settings say.</summary>
    /// <param name="endpoint">The endpoint.</param>
    /// <param name="app">Where the settings are found.</param>
    public static RouteHandlerBuilder TakesFiles(this RouteHandlerBuilder endpoint, IEndpointRouteBuilder app) =>
        endpoint.Takes(app.ServiceProvider.GetRequiredService<ServiceLimits>().MaxUploadBytes);

    /// <summary>Lets an endpoint take an archive as large as the settings say.</summary>
    /// <param name="endpoint">The endpoint.</param>
    /// <param name="app">Where the settings are found.</param>
    public static RouteHandlerBuilder TakesArchives(this RouteHandlerBuilder endpoint, IEndpointRouteBuilder app) =>
        endpoint.Takes(app.ServiceProvider.GetRequiredService<ServiceLimits>().MaxArchiveBytes);

    private static RouteHandlerBuilder Takes(this RouteHandlerBuilder endpoint, long bytes) => endpoint.WithMetadata(new RequestSizeLimitAttribute(bytes));
}
