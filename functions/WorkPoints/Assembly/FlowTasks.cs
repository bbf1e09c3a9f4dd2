using YiyuanSafety.WorkPoints.Details;
using YiyuanSafety.WorkPoints.Outline;
using YiyuanSafety.WorkPoints.Responsibility;
using YiyuanSafety.WorkPoints.Text;

namespace YiyuanSafety.WorkPoints.Assembly;

/// <summary>Cuts the running text into tasks, headings, preamble and what is left over.</summary>
internal sealed class FlowTasks
{
    private static readonly string[] GeneralHeadings =
    [
        "指导思想", "总体要求", "总体目标", "工作目标", "主要目标", "基本原则", "总体思路", "工作思路", "目标任务", "工作要求", "保障措施", "组织领导", "形势",
    ];

    private readonly Flow _flow;
    private readonly FlowText _text;
    private readonly IReadOnlyList<ClauseSpan> _clauses;
    private readonly IReadOnlyList<Unit> _units;
    private readonly ConventionTimeline _conventions;
    private readonly Predicate<string> _isKnown;
    private readonly List<TaskDraft> _tasks = [];
    private readonly List<Allotment> _rest = [];
    private readonly List<(int At, Finding Finding)> _findings = [];
    private readonly HashSet<Unit> _withTasks = [];
    private readonly HeadingClauses _headings = new();

    private FlowTasks(Flow flow, IReadOnlyList<Unit> units, IReadOnlyList<ClauseSpan> clauses, ConventionTimeline conventions, Predicate<string> isKnown) =>
        (_flow, _text, _units, _clauses, _conventions, _isKnown) = (flow, new FlowText(flow, clauses), units, clauses, conventions, isKnown);

    /// <summary>Cuts the flow. The units must know their titles and measures.</summary>
    public static FlowCut Cut(Flow flow, IReadOnlyList<Unit> units, IReadOnlyList<ClauseSpan> clauses, ConventionTimeline conventions, Predicate<string> isKnown) =>
        new FlowTasks(flow, units, clauses, conventions, isKnown).Cut();

    private FlowCut Cut()
    {
        var duties = _units.Where(unit => !unit.IsMeasure).ToList();
        foreach (var unit in duties)
        {
            if (_clauses.FirstIn(unit.Start, EndOf(unit)) is not null)
                _withTasks.Add(unit);
        }

        Stretch(null, 0, duties.Count > 0 ? duties[0].Start : _flow.Text.Length);
        foreach (var unit in duties)
        {
            AllotHeading(unit);
            Stretch(unit, unit.BodyStart, EndOf(unit));
        }

        foreach (var (start, end) in _conventions.Unread)
            Report(FindingCodes.ClauseNotUnderstood, Severity.Warning, start, end, "这句像是对各项任务的统一约定，但没能读懂，没有套用。请核对，并在各项任务中补充单位。");
        _headings.Settle(_tasks, _withTasks);
        foreach (var (unit, count) in _headings.Carried)
            Report(FindingCodes.ClauseCarried, Severity.Info, unit.Label.Start, unit.TitleEnd, $"“{Short(ItemState.Of(_flow, unit).Title)}”的责任分工写在标题上，已用于其下没有写明责任单位的{count}项。");
        return new FlowCut([.. _tasks.Where(task => !_headings.IsReplaced(task))], _rest, [.. _findings.OrderBy(item => item.At).Select(item => item.Finding)]);
    }

    /// <summary>End of a unit's own text, its measures included.</summary>
    private static int EndOf(Unit unit) => unit.Children.Count > 0 && unit.Children[0].IsMeasure ? unit.TotalEnd : unit.End;

    private void AllotHeading(Unit unit) => Allot(unit.Start, unit.BodyStart, Purpose.Heading);

    private void Stretch(Unit? unit, int start, int end)
    {
        var cursor = start;
        var index = _clauses.IndexAt(start);
        var last = -1;
        var first = _tasks.Count;
        var state = ItemState.Of(_flow, unit);
        for (; index < _clauses.Count && _clauses[index].Start < end; index++)
        {
            var span = _clauses[index];
            switch (span.Kind)
            {
                case ClauseSpanKind.NotUnderstood:
                    Report(FindingCodes.ClauseNotUnderstood, Severity.Warning, span.Start, span.End, "这处像是责任分工，但没能读懂，文字保留在任务内容里。请核对并人工补充责任单位。");
                    continue;
                case ClauseSpanKind.Convention:
                case ClauseSpanKind.DeadlineNote:
                    continue;
                default:
                    if (last >= 0 && !_text.HasText(cursor, span.Start) && Merge(last, span))
                    {
                        // A convention may stand between the two.
                        Extend(last, cursor, span.Start, Purpose.Responsibility);
                        cursor = span.End;
                        continue;
                    }

                    _tasks.Add(Task(state, cursor, span, end));
                    last = _tasks.Count - 1;
                    cursor = span.End;
                    break;
            }
        }

        Trailing(unit, state, last, cursor, end);
        if (unit is not null && _tasks.Count == first + 1 && last == first && (!_text.HasText(cursor, end) || _tasks[last].Text == _text.TextOf(cursor, end)))
            _headings.Add(unit, last);
    }

    private TaskDraft Task(ItemState state, int textStart, ClauseSpan span, int unitEnd)
    {
        var clause = span.Clause ?? throw new InvalidOperationException("A clause span always carries its clause.");
        var text = _text.TextOf(textStart, span.Start);
        var runs = _text.Runs(textStart, span.Start, Purpose.TaskText).Concat(_flow.Allot(span.Start, span.End, Purpose.Responsibility, null));
        var after = span.End;
        if (text.Length == 0 && _text.HasText(after, unitEnd) && _clauses.FirstIn(after, unitEnd) is null)
        {
            // The clause stands between the title and the text it covers.
            text = _text.TextOf(after, unitEnd);
        }

        return new TaskDraft
        {
            Position = (_flow.BlockAt(span.Start).Index, _flow.OffsetInBlock(span.Start)),
            Item = state.Item,
            Scope = state.Scope,
            ItemKey = (object?)state.Unit ?? this,
            Section = state.Section,
            Title = state.Title,
            Text = text.Length > 0 ? text : state.Title,
            Responsibility = _text.QuoteClause(span),
            Parties = clause.Parties,
            FirstIsLead = clause.FirstIsLead != FirstIsLead.No || _conventions.FirstIsLeadAt(span.Start),
            Standing = _conventions.StandingAt(span.Start),
            Location = _flow.PlaceAt(span.Start),
            DeadlineLabel = DeadlineLabels.Find(_flow, span.InnerStart, span.InnerEnd),
            Runs = [.. runs],
        };
    }

    /// <summary>A point without a clause of its own under a heading that has one: the heading's bodies answer for it.</summary>
    private TaskDraft Carried(Unit unit, ItemState state, TaskDraft heading, int start, int end)
    {
        var text = _text.TextOf(start, end);
        return heading with
        {
            Position = (_flow.BlockAt(unit.Label.Start).Index, _flow.OffsetInBlock(unit.Label.Start)),
            Item = state.Item,
            Scope = state.Scope,
            ItemKey = unit,
            Section = state.Section,
            Title = state.Title,
            Text = text.Length > 0 ? text : state.Title,
            Standing = _conventions.StandingAt(unit.Label.Start),
            Location = _flow.PlaceAt(unit.Label.Start),
            DeadlineLabel = Extraction.Deadlines(text + "\n" + state.Title, null).Count == 0 ? heading.DeadlineLabel : "",
            Runs = [.. _text.Runs(start, end, Purpose.TaskText)],
        };
    }

    // Two clauses side by side, such as （牵头单位：…）（配合单位：…）, are one.
    private bool Merge(int index, ClauseSpan span)
    {
        if (span.Clause is not { } clause)
            return false;
        var task = _tasks[index];
        _tasks[index] = task with
        {
            Responsibility = task.Responsibility + "；" + _text.QuoteClause(span),
            Parties = [.. task.Parties, .. clause.Parties],
            DeadlineLabel = task.DeadlineLabel.Length > 0 ? task.DeadlineLabel : DeadlineLabels.Find(_flow, span.InnerStart, span.InnerEnd),
            Runs = [.. task.Runs, .. _flow.Allot(span.Start, span.End, Purpose.Responsibility, null)],
        };
        return true;
    }

    /// <summary>What stands after the last clause of a unit, or in a unit without any.</summary>
    private void Trailing(Unit? unit, ItemState state, int last, int cursor, int end)
    {
        if (last < 0 && unit is not null && _headings.Covering(unit, _withTasks) is { } heading && (unit.Children.Count == 0 || (_text.HasText(cursor, end) && !_text.TextOf(cursor, end).EndsWith('：'))))
        {
            _headings.Carry(heading, _tasks.Count);
            if (NamedDuties.Find(_flow, unit.Label.End, end, _isKnown).FirstOrDefault(duty => duty.IsDefinite) is { } named)
                Report(FindingCodes.DutyInPassage, Severity.Warning, named.Start, named.End, $"本项按标题上的责任分工列入任务，文字里另外点了“{Short(named.Subject)}”的名。请核对责任单位。");
            _tasks.Add(Carried(unit, state, _tasks[_headings.TaskOf(heading)], cursor, end));
            return;
        }

        if (!_text.HasText(cursor, end))
        {
            if (last >= 0)
                Extend(last, cursor, end, Purpose.Responsibility);
            else
                Explain(unit, cursor, end);
            return;
        }

        if (last >= 0)
        {
            var task = _tasks[last];
            if (_clauses.IndexAt(cursor) is var note && note < _clauses.Count && _clauses[note].Start < end
                && _clauses[note].Kind == ClauseSpanKind.DeadlineNote && !_text.HasText(cursor, _clauses[note].Start) && !_text.HasText(_clauses[note].End, end))
            {
                _tasks[last] = task with { DeadlineLabel = DeadlineLabels.Find(_flow, _clauses[note].InnerStart, _clauses[note].InnerEnd) };
                Extend(last, cursor, end, Purpose.Responsibility);
                return;
            }

            if (task.Text == _text.TextOf(cursor, end))
            {
                Extend(last, cursor, end, Purpose.TaskText);
                return;
            }

            var prose = _text.IsProse(cursor, end) || NamedDuties.Find(_flow, cursor, end, _isKnown).Any(duty => duty.IsDefinite);
            Allot(cursor, end, Purpose.Leftover);
            Report(FindingCodes.TextAfterClause, prose ? Severity.Warning : Severity.Info, cursor, end,
                prose ? $"第{state.Item}项最后一处责任分工之后还有内容，没有指明责任单位，未列入任务。请核对是否需要补充分工。" : "正文末尾之后的文字未列入任务。");
            return;
        }

        if (unit is null || unit.Children.Count > 0 || _withTasks.Count == 0)
        {
            Explain(unit, cursor, end);
            return;
        }

        var neighbours = unit.Parent?.Children ?? _units.Where(other => other.Parent is null).ToList();
        if ((neighbours.Exists(_withTasks.Contains) || HeadingClauses.Above(unit, _withTasks) is not null) && !IsGeneral(state.Title))
        {
            Allot(cursor, end, Purpose.Leftover);
            Report(FindingCodes.DutyWithoutClause, Severity.Warning, cursor, end, $"第{state.Item}项“{Short(state.Title)}”没有写明责任单位，未列入任务。请补充责任分工或确认无需分解。");
            return;
        }

        if (!Explain(unit, cursor, end) && !IsGeneral(state.Title) && !IsGeneral(state.Section))
            Report(FindingCodes.PassageWithoutClause, Severity.Info, cursor, end, $"“{Short(state.Title.Length > 0 ? state.Title : _text.TextOf(cursor, end))}”没有责任分工，按说明性内容处理。");
    }

    /// <summary>Takes a stretch for explanation, but for the duties it gives to somebody by name; whether there are any.</summary>
    private bool Explain(Unit? unit, int start, int end)
    {
        var cursor = start;
        var found = false;
        foreach (var duty in NamedDuties.Find(_flow, unit?.Label.End ?? start, end, _isKnown))
        {
            // A convention that was read asks nothing of anybody here.
            if (!_text.HasText(duty.Start, duty.End))
                continue;
            if (!duty.IsDefinite)
            {
                Report(FindingCodes.PassageWithoutClause, Severity.Info, duty.Start, duty.End, $"这段文字对“{Short(duty.Subject)}”提出一般要求，没有时限，按说明性内容处理。");
                continue;
            }

            found = true;
            Report(FindingCodes.DutyInPassage, Severity.Warning, duty.Start, duty.End, $"这段文字对“{Short(duty.Subject)}”提出了要求，但不是责任分工的写法，未列入任务。请补充责任分工或确认无需分解。");
            var from = Math.Max(cursor, duty.Start);
            if (from >= duty.End)
                continue;
            Allot(cursor, from, Purpose.Preamble);
            Allot(from, duty.End, Purpose.Leftover);
            cursor = duty.End;
        }

        Allot(cursor, end, Purpose.Preamble);
        return found;
    }

    private void Extend(int index, int start, int end, Purpose purpose) =>
        _tasks[index] = _tasks[index] with { Runs = [.. _tasks[index].Runs, .. _text.Runs(start, end, purpose)] };

    private void Allot(int start, int end, Purpose purpose) => _rest.AddRange(_text.Runs(start, end, purpose));

    private void Report(string code, Severity severity, int start, int end, string message)
    {
        while (start < end && char.IsWhiteSpace(_flow.Text[start]))
            start++;
        _findings.Add((start, new Finding(code, severity, message, _flow.PlaceAt(start)) { Source = _flow.Quote(start, end) }));
    }

    private static bool IsGeneral(string heading) => GeneralHeadings.Any(word => heading.Contains(word, StringComparison.Ordinal));

    private static string Short(string text) => text.Length <= 30 ? text : text[..30] + "……";
}

/// <summary>The result of cutting a flow.</summary>
/// <param name="Tasks">Tasks in reading order.</param>
/// <param name="Rest">Everything that belongs to no task.</param>
/// <param name="Findings">What a person should look at.</param>
internal sealed record FlowCut(IReadOnlyList<TaskDraft> Tasks, IReadOnlyList<Allotment> Rest, IReadOnlyList<Finding> Findings);
