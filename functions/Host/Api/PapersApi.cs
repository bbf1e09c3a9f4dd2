using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Routing;
using YiyuanSafety.Drafting.Format;
using YiyuanSafety.Drafting.Papers;
using YiyuanSafety.Drafting.Regions;
using YiyuanSafety.Host.Access;
using YiyuanSafety.Host.Api.Answers;
using YiyuanSafety.Host.Api.Views;
using YiyuanSafety.Host.Service;
using YiyuanSafety.Host.Work;
using YiyuanSafety.Ledger.Access;
using YiyuanSafety.WorkPoints.Reading;

namespace YiyuanSafety.Host.Api;

/// <summary>The document that is open in Word: what paper it is, what has become old in it, whether its layout is right. Nothing is stored.</summary>
internal static class PapersApi
{
    private const string Repaired = "X-Repaired";

    /// <summary>Adds the endpoints.</summary>
    public static void Map(IEndpointRouteBuilder api)
    {
        var papers = api.MapGroup("/papers").WithTags("当前文档");
        papers.MapPost("/inspect", InspectAsync).Accepts<Stream>(Upload.WordFile).TakesFiles(api).As("inspectPaper", "识别文档是哪份公文、各部分是否还是最新：请求体就是 .docx，不存放", Roles.Drafter, 400, 404, 413, 422);
        papers.MapPost("/update", UpdateAsync).Accepts<Stream>(Upload.WordFile).TakesFiles(api).As("updatePaper", "给出各部分的新内容，由 Word 换入：region 指定只换哪些，take 指定有人改过也换的", Roles.Drafter, 400, 404, 413, 422);
        papers.MapPost("/check", CheckAsync).Accepts<Stream>(Upload.WordFile).TakesFiles(api).As("checkPaper", "检查公文格式：请求体就是 .docx，不存放", Roles.Drafter, 400, 413, 422);
        papers.MapPost("/fix", FixAsync).Accepts<Stream>(Upload.WordFile).TakesFiles(api).Produces<Stream>(StatusCodes.Status200OK, Upload.WordFile)
            .As("fixPaper", "修复公文格式，不改动文字：key 指定只修哪些；修好的处数在回答的 X-Repaired 里", Roles.Drafter, 400, 413, 422);
    }

    private static async Task<Ok<PaperInspectionView>> InspectAsync(Guid? plan, Stream body, OpenPapers papers, ServiceLimits limits, CancellationToken cancellation)
    {
        var docx = await Upload.ReadAsync(body, limits, cancellation);
        var open = await papers.FindAsync(OpenPapers.RecordOf(docx), plan, cancellation);
        if (open.Record is not { } record)
            return TypedResults.Ok(new PaperInspectionView(null, plan, [], [], false));
        if (open.Plan is not { } chosen)
            return TypedResults.Ok(new PaperInspectionView(Head(docx, open, record, null), null, [.. (await papers.PlansAsync(cancellation)).Select(PlanChoice.Of)], [], false));
        var request = await papers.RequestAsync(chosen, cancellation);
        var result = papers.Look(docx, request);
        return TypedResults.Ok(new PaperInspectionView(
            Head(docx, open, record, request), chosen, [], [.. result.Regions.Select(region => RegionView.Of(record.Paper, region))], result.OutsideChanged));
    }

    private static async Task<Ok<PaperUpdateView>> UpdateAsync(
        Guid? plan, [FromQuery] string[]? region, [FromQuery] string[]? take, Stream body, OpenPapers papers, ServiceLimits limits, CancellationToken cancellation)
    {
        var docx = await Upload.ReadAsync(body, limits, cancellation);
        var record = PaperRefresh.Record(docx);
        var open = await papers.FindAsync(record, plan, cancellation);
        if (open.Plan is not { } chosen)
            throw new PaperFileException(PaperFileCodes.NoPlan, "台账里没有与这份公文同县、同年的工作要点，不知道按哪一份更新。请选择工作要点，或先导入。");
        var update = papers.Update(docx, await papers.RequestAsync(chosen, cancellation), new RegionChoice { Only = region ?? [], Take = take ?? [] });
        return TypedResults.Ok(new PaperUpdateView(
            update.Record,
            update.Revision,
            [.. update.Changes.Select(change => new RegionChangeView(change.Name, change.Tag, change.Title, change.Was, change.Ooxml, change.Text))],
            [.. update.Left.Select(left => RegionView.Of(record.Paper, left))]));
    }

    private static async Task<Ok<PaperCheckView>> CheckAsync(string? name, Stream body, Basis basis, ServiceLimits limits, CancellationToken cancellation)
    {
        var docx = await Upload.ReadAsync(body, limits, cancellation);
        return TypedResults.Ok(PaperCheckView.Of(FormatChecker.Check(new MemoryStream(docx), basis.CheckOptions(Upload.WordName(name)))));
    }

    private static async Task<FileContentHttpResult> FixAsync(
        string? name, [FromQuery] string[]? key, bool? track, Stream body, Basis basis, ServiceLimits limits, Caller caller, TimeProvider time, HttpContext http)
    {
        var docx = await Upload.ReadAsync(body, limits, http.RequestAborted);
        var file = Upload.WordName(name);
        using var repaired = new MemoryStream();
        var outcome = FormatFixer.Fix(
            new MemoryStream(docx), repaired, basis.CheckOptions(file), track == true ? new TrackedBy(caller.Name, time.GetUtcNow()) : null, key is { Length: > 0 } ? key : null);
        http.Response.Headers[Repaired] = outcome.Repaired.ToString(System.Globalization.CultureInfo.InvariantCulture);
        return TypedResults.File(repaired.ToArray(), Upload.WordFile, file);
    }

    private static PaperHeadView Head(ReadOnlyMemory<byte> docx, OpenPaper open, PaperRecord record, PaperRequest? request)
    {
        var kind = PaperKindWords.Of(record.Order.Kind);
        var facts = Facts(docx);
        return new PaperHeadView(
            record.Paper,
            kind,
            PaperKindWords.NameOf(kind),
            facts?.Title is { Length: > 0 } title ? title : PaperKindWords.NameOf(kind),
            record.Revision,
            record.County,
            record.Year,
            PaperBodies.List(request is null ? record.Order.Body : PaperBodies.Of(record.Order, request)),
            open.Number is { Length: > 0 } taken ? taken : facts?.Number is { Length: > 0 } written ? written : null,
            open.Paper?.Id);
    }

    // What the paper says of itself is good to know and nothing depends on it.
    private static PaperFacts? Facts(ReadOnlyMemory<byte> docx)
    {
        try
        {
            return PaperFacts.Read(docx, "");
        }
        catch (UnreadableSourceException)
        {
            return null;
        }
    }
}
