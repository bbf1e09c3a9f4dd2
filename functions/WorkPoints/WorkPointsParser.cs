using YiyuanSafety.WorkPoints.Assembly;
using YiyuanSafety.WorkPoints.Details;
using YiyuanSafety.WorkPoints.Directory;
using YiyuanSafety.WorkPoints.Outline;
using YiyuanSafety.WorkPoints.Reading;
using YiyuanSafety.WorkPoints.Responsibility;
using YiyuanSafety.WorkPoints.Tables;
using YiyuanSafety.WorkPoints.Text;

namespace YiyuanSafety.WorkPoints;

/// <summary>Understands a work-points document: outline, responsibility clauses, tasks.</summary>
public static class WorkPointsParser
{
    /// <summary>Turns what a reader saw into tasks and findings. Never fails: what is not understood becomes a finding.</summary>
    /// <param name="source">The blocks of the document.</param>
    /// <param name="directory">The county's bodies; null builds a directory from the document itself.</param>
    public static WorkPointsDocument Parse(SourceDocument source, BodyDirectory? directory)
    {
        var matcher = new BodyMatcher(directory ?? BodyDirectory.Empty);
        Predicate<string> isKnown = matcher.IsKnown;

        var (flatTables, taken) = FlatTables.Find(source.Blocks, isKnown);
        var (passages, furniture) = PassageJoiner.Join(source.Blocks, taken);
        var flow = Flow.Of(source.Blocks, passages);
        var clauses = ClauseFinder.Find(flow, isKnown);
        var units = UnitReader.Read(flow, clauses);
        DutyUnits.MarkMeasures(flow, units, clauses);
        Titles.Assign(flow, units, clauses);
        var info = DocumentHead.Read(flow, units.Count > 0 ? units[0].Start : flow.Text.Length);

        var conventions = ConventionTimeline.Of(flow, clauses, isKnown);
        var cut = FlowTasks.Cut(flow, units, [.. clauses.Concat(conventions.Sentences).OrderBy(span => span.Start)], conventions, isKnown);
        var tables = TableTasks.Read([.. TableTasks.Grids(source.Blocks), .. flatTables], isKnown, conventions);
        var drafts = cut.Tasks.Concat(tables.Tasks).OrderBy(draft => draft.Position).ToList();
        var (tasks, bodyFindings) = TaskFinish.Finish(drafts, directory, info.Year, DocumentHead.Region(info.Title));

        return new WorkPointsDocument(
            info,
            [.. units.Where(unit => !unit.IsMeasure).Select(unit => Heading(flow, unit))],
            tasks,
            [.. source.Findings, .. FurnitureFinding(source.Blocks, furniture), .. cut.Findings, .. tables.Findings, .. bodyFindings, .. DocumentFindings(conventions, drafts), .. YearFindings(info, tasks)],
            SourceMap.Of(source.Blocks, drafts, tasks, [.. cut.Rest, .. tables.Rest], furniture));
    }

    private static OutlineHeading Heading(Flow flow, Unit unit)
    {
        var level = 1;
        for (var parent = unit.Parent; parent is not null; parent = parent.Parent)
            level++;
        return new OutlineHeading(
            level,
            flow.Quote(unit.Label.Start, unit.Label.End),
            flow.Quote(unit.Label.End, unit.TitleEnd).Trim('*', ' ', '。'),
            flow.PlaceAt(unit.Label.Start));
    }

    private static IEnumerable<Finding> FurnitureFinding(IReadOnlyList<SourceBlock> blocks, List<int> furniture)
    {
        if (furniture.Count > 0)
        {
            yield return new Finding(FindingCodes.PageFurniture, Severity.Info, $"去掉了{furniture.Count}处页码。", blocks[furniture[0]].Place.ToString())
            {
                Source = string.Join(" ", furniture.Take(20).Select(index => blocks[index].Text.Trim())),
            };
        }
    }

    private static IEnumerable<Finding> YearFindings(DocumentInfo info, IReadOnlyList<WorkTask> tasks)
    {
        if (info.Year is not null)
            yield break;
        foreach (var task in tasks)
        {
            // Any year will do to see whether a year is all that is missing.
            if (task.Deadlines.FirstOrDefault(deadline => deadline.Due is null && DueDate.Of(Fold.Width(deadline.Text), 2000) is not null) is not { } undated)
                continue;
            yield return new Finding(FindingCodes.NoYear, Severity.Warning, $"没有读出这份文件属于哪一年，“{undated.Text}”这样没有写年份的时限换算不出日期，督办时按当年计算。请在标题中写明年度后重新读取。", task.Location) { Task = task.Id };
            yield break;
        }
    }

    private static IEnumerable<Finding> DocumentFindings(ConventionTimeline conventions, List<TaskDraft> drafts)
    {
        if (drafts.Count == 0)
            yield return new Finding(FindingCodes.NoClause, Severity.Warning, "全文没有找到责任分工（如“（县应急局负责）”“责任单位：……”），只整理出提纲，没有任务。请核对文件是否完整。", "全文");
        if (conventions.StatesFirstIsLead)
        {
            var led = drafts.Count(TaskFinish.LeadsByConvention);
            yield return new Finding(FindingCodes.ConventionApplied, Severity.Info, led > 0
                ? $"文件约定列第一位的单位牵头，已按此确定{led}项任务的牵头单位。"
                : "文件约定列第一位的单位牵头，但没有任务需要据此确定牵头单位。", "全文");
        }

        foreach (var standing in conventions.Standing)
        {
            var names = string.Join("、", standing.Parties.Select(party => party.Mention));
            var added = drafts.Count(draft => standing.Parties.Any(party => draft.Standing.Contains(party)));
            yield return new Finding(FindingCodes.StandingClauseApplied, added > 0 ? Severity.Info : Severity.Warning, added > 0
                ? $"文件约定各项任务均由{names}参加，已在{added}项任务中补上。"
                : $"文件约定各项任务均由{names}参加，但约定所指的范围内没有任务，未能补上。请核对。", "全文");
        }
    }
}
