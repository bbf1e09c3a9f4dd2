using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Routing;

namespace YiyuanSafety.Host.Api;

/// <summary>All endpoints of the API.</summary>
internal static class ApiRoot
{
    /// <summary>Where they are.</summary>
    public const string Path = "/api/v1";

    /// <summary>Adds them.</summary>
    public static void Map(IEndpointRouteBuilder app)
    {
        var api = app.MapGroup(Path);
        OfficeApi.Map(api);
        PlansApi.Map(api);
        ImportsApi.Map(api);
        TasksApi.Map(api);
        DocumentsApi.Map(api);
        JobsApi.Map(api);
    }
}
