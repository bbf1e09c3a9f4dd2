using System.Collections;
using System.Diagnostics;
using Scriban;
using Scriban.Parsing;
using Scriban.Runtime;
using Scriban.Syntax;
using YiyuanSafety.Drafting.Charts;
using YiyuanSafety.Drafting.Templating.Fields;

namespace YiyuanSafety.Drafting.Templating.Rendering;

/// <summary>Scriban's state for one part of one rendering, with everything shut that a template has no business with.</summary>
internal sealed class RenderContext : TemplateContext
{
    private static readonly IObjectAccessor Drafts = DraftAccess.Instance;
    private readonly int maximumSteps;
    private readonly Stopwatch clock;
    private readonly TimeSpan time;
    private int steps;

    /// <summary>Makes the state; <paramref name="clock"/> runs since the rendering began.</summary>
    public RenderContext(TemplateLimits limits, Stopwatch clock) : base(Functions.All)
    {
        (maximumSteps, this.clock, time) = (limits.LoopSteps, clock, limits.RenderTime);
        LoopLimit = limits.ListLength;
        LoopLimitQueryable = limits.ListLength;
        RecursiveLimit = 20;
        ObjectRecursionLimit = 20;
        LimitToString = limits.TextLength;
        OutputLimit = null;
        OnStringLimit = ScriptLimitBehavior.Throw;
        RegexTimeOut = limits.ExpressionTime;
        // Names are checked when the template is compiled; at run time only an absent record is left, which prints nothing.
        EnableRelaxedMemberAccess = true;
        EnableRelaxedTargetAccess = true;
        EnableRelaxedIndexerAccess = true;
        MemberRenamer = member => member.Name;
        MemberFilter = _ => false;
        TemplateLoader = null;
    }

    /// <inheritdoc />
    public override TemplateContext Write(SourceSpan span, object? textAsObject)
    {
        if (Output is not PartOutput output)
            return base.Write(span, textAsObject);
        if (textAsObject is ChartModel chart)
            output.Chart(chart);
        else
            output.Value(textAsObject as string ?? ObjectToString(textAsObject, false));
        return this;
    }

    /// <inheritdoc />
    public override string ObjectToString(object? value, bool nested = false)
    {
        var text = ValueText.Of(value) ?? "";
        return text.Length <= LimitToString ? text
            : throw new ScriptRuntimeException(CurrentSpan, $"LimitToString {LimitToString}");
    }

    /// <inheritdoc />
    protected override IObjectAccessor GetMemberAccessorImpl(object target) => target switch
    {
        IScriptObject or string or IList => base.GetMemberAccessorImpl(target) ?? Drafts,
        _ => Drafts,
    };

    /// <inheritdoc />
    protected override bool OnStepLoop(ScriptLoopStatementBase loop)
    {
        if (++steps > maximumSteps)
            throw new ScriptRuntimeException(loop.Span, $"LoopLimit {maximumSteps}");
        // Asked here, not by a timer: a busy thread pool fires timers late, and only loops can take long.
        if (clock.Elapsed > time)
            throw new ScriptAbortException(loop.Span, "time limit", CancellationToken.None);
        return base.OnStepLoop(loop);
    }
}
