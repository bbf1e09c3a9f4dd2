using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Routing;

namespace YiyuanSafety.Host.Api;

/// <summary>All endpoints of the API.</summary>
internal static class ApiRoot
{
    /// <summary>Where they are.</summary>
    public const string Path = "/api/v1";

    /// <summary>The most bytes of a request's body, except where it is a file.</summary>
    private const long MostBytes = 1024 * 1024;

    /// <summary>Adds them.</summary>
    public static void Map(IEndpointRouteBuilder app)
    {
        var api = app.MapGroup(Path).WithMetadata(new RequestSizeLimitAttribute(MostBytes));
        OfficeApi.Map(api);
        PlansApi.Map(api);
        ImportsApi.Map(api);
        TasksApi.Map(api);
        ProgressApi.Map(api);
        ReportsApi.Map(api);
        LettersApi.Map(api);
        CollectApi.Map(api);
        ReportingApi.Map(api);
        DocumentsApi.Map(api);
        NumbersApi.Map(api);
        PapersApi.Map(api);
        DraftsApi.Map(api);
        PaperFilingApi.Map(api);
        DrivesApi.Map(api);
        FilingsApi.Map(api);
        JobsApi.Map(api);
    }
}
