using System.Collections.ObjectModel;
using YiyuanSafety.WorkPoints.Details;
using YiyuanSafety.WorkPoints.Directory;
using YiyuanSafety.WorkPoints.Responsibility;

namespace YiyuanSafety.WorkPoints.Assembly;

/// <summary>Gives drafts their identity, matches their bodies and extracts dates, figures and papers.</summary>
internal sealed class TaskFinish
{
    private readonly BodyMatcher _matcher;
    private readonly bool _fromDocument;
    private readonly int? _year;
    private readonly HashSet<(string Code, string Mention)> _reported = [];
    private readonly List<Finding> _findings = [];

    private readonly IReadOnlyDictionary<string, string> _likelySame;

    private TaskFinish(BodyDirectory bodies, bool fromDocument, int? year) =>
        (_matcher, _likelySame, _fromDocument, _year) = (new BodyMatcher(bodies), fromDocument ? DocumentBodies.LikelySame(bodies) : ReadOnlyDictionary<string, string>.Empty, fromDocument, year);

    /// <summary>Finishes all drafts, which must be in reading order.</summary>
    /// <param name="drafts">The drafts.</param>
    /// <param name="directory">The directory; null builds one from the drafts.</param>
    /// <param name="year">The year the document is for.</param>
    /// <param name="region">The county that the document's title names, with its level; or null.</param>
    public static (IReadOnlyList<WorkTask> Tasks, IReadOnlyList<Finding> Findings) Finish(IReadOnlyList<TaskDraft> drafts, BodyDirectory? directory, int? year, string? region)
    {
        var bodies = directory ?? DocumentBodies.Collect(drafts.SelectMany(draft => WithLevels(draft.Parties)).Where(party => party.Party.Shaped && !NameShape.IsGroup(party.Party.Mention)).Select(party => (party.Party.Mention, party.Level)), region);
        var finish = new TaskFinish(bodies, directory is null, year);
        var ids = TaskIds.Of(drafts);
        var tasks = drafts.Select((draft, i) => finish.Task(draft, ids[i])).ToList();
        return (tasks, finish._findings);
    }

    private WorkTask Task(TaskDraft draft, (string Id, int Clause) identity)
    {
        var parties = ByConvention(draft);
        var matched = WithLevels([.. parties, .. draft.Standing.Where(standing => !parties.Any(party => party.Mention == standing.Mention))])
            .Select(party => Match(party.Party, party.Level, draft, identity.Id))
            .DistinctBy(party => (party.Role, party.Mention))
            .ToList();
        var extracted = draft.Text == draft.Title ? draft.Text : draft.Text + "\n" + draft.Title;
        return new WorkTask(identity.Id, draft.Item, identity.Clause, draft.Section, draft.Title, draft.Text, draft.Responsibility, matched)
        {
            Deadlines = Extraction.Deadlines(draft.Text + "\n" + draft.Responsibility, _year, draft.DeadlineLabel),
            Recurrence = Extraction.Recurrences(draft.DeadlineLabel.Length > 0 ? draft.Text + "\n" + draft.DeadlineLabel : draft.Text),
            Measures = Extraction.Measures(draft.Text),
            Deliverables = Extraction.Deliverables(extracted),
            Location = draft.Location,
        };
    }

    /// <summary>Whether a convention makes the first party of a draft its lead.</summary>
    public static bool LeadsByConvention(TaskDraft draft) =>
        draft.FirstIsLead && draft.Parties.Count > 0 && !draft.Parties.Any(party => party.Role == PartyRole.Lead) && draft.Parties[0].Role == PartyRole.Responsible;

    /// <summary>Where a convention says so and the clause itself names no lead, the first party leads.</summary>
    private static IReadOnlyList<ClauseParty> ByConvention(TaskDraft draft)
    {
        if (!LeadsByConvention(draft))
            return draft.Parties;
        return [draft.Parties[0] with { Role = PartyRole.Lead }, .. draft.Parties.Skip(1)];
    }

    /// <summary>Every party with the level that the names before it carry.</summary>
    private static IEnumerable<(ClauseParty Party, string Level)> WithLevels(IReadOnlyList<ClauseParty> parties)
    {
        var level = "";
        foreach (var party in parties)
        {
            var own = NameKey.Level(party.Mention);

            // 市生态环境局平原分局 is the county's, and so are those behind it.
            if (own.Length > 0 && !NameShape.IsGroup(party.Mention) && !party.Mention.EndsWith("分局", StringComparison.Ordinal))
                level = level.Length == 0 ? own : level;
            yield return (party, level);
        }
    }

    private Party Match(ClauseParty party, string level, TaskDraft draft, string id)
    {
        var match = _matcher.Match(party.Mention, level);
        var doubtful = !party.Shaped && match.Quality == MatchQuality.Unknown;
        switch (match.Quality)
        {
            case MatchQuality.Near:
                Report(FindingCodes.BodyNear, Severity.Warning, party.Mention, $"“{party.Mention}”与名录中的“{match.Canonical}”相近，已按后者处理。请核对。", draft, id);
                break;
            case MatchQuality.Ambiguous:
                Report(FindingCodes.BodyAmbiguous, Severity.Warning, party.Mention, $"“{party.Mention}”在名录中对应不止一个单位，暂按“{match.Canonical}”处理。请核对。", draft, id);
                break;
            case MatchQuality.Unknown when doubtful:
                Report(FindingCodes.BodyDoubtful, Severity.Warning, party.Mention, $"“{party.Mention}”不像单位全称，已照原文保留。请核对。", draft, id);
                break;
            case MatchQuality.Unknown when !_fromDocument:
                Report(FindingCodes.BodyUnknown, Severity.Warning, party.Mention, $"名录中没有“{party.Mention}”，已照原文保留。请核对名称，或把它补入单位名录。", draft, id);
                break;
            default:
                break;
        }

        if (_likelySame.TryGetValue(match.Canonical, out var other))
            Report(FindingCodes.BodyTwice, Severity.Warning, match.Canonical, $"“{match.Canonical}”和“{other}”可能是同一单位，已按两个单位处理。如是同一单位，请在单位名录中把一个写作另一个的别名，再重新读取。", draft, id);

        var review = match.Quality != MatchQuality.Sure && (doubtful || !(_fromDocument && match.Quality == MatchQuality.Unknown));
        return new Party(party.Role, party.Mention, match.Canonical, match.Kind, review);
    }

    private void Report(string code, Severity severity, string mention, string message, TaskDraft draft, string id)
    {
        // Once for each name is enough; the task shows where it was met first.
        if (_reported.Add((code, mention)))
            _findings.Add(new Finding(code, severity, message, draft.Location) { Source = draft.Responsibility, Task = id, Mention = mention });
    }
}
