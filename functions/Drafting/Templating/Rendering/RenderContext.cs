using System.Collections;
using Scriban;
using Scriban.Parsing;
using Scriban.Runtime;
using Scriban.Syntax;
using YiyuanSafety.Drafting.Templating.Fields;

namespace YiyuanSafety.Drafting.Templating.Rendering;

/// <summary>Scriban's state for one part of one rendering, with everything shut that a template has no business with.</summary>
internal sealed class RenderContext : TemplateContext
{
    private static readonly IObjectAccessor Drafts = DraftAccess.Instance;
    private readonly int maximumSteps;
    private int steps;

    /// <summary>Makes the state.</summary>
    public RenderContext(TemplateLimits limits, CancellationToken cancellation) : base(Functions.All)
    {
        maximumSteps = limits.LoopSteps;
        LoopLimit = limits.ListLength;
        LoopLimitQueryable = limits.ListLength;
        RecursiveLimit = 20;
        ObjectRecursionLimit = 20;
        LimitToString = limits.TextLength;
        OutputLimit = null;
        OnStringLimit = ScriptLimitBehavior.Throw;
        RegexTimeOut = limits.ExpressionTime;
        CancellationToken = cancellation;
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
        return base.OnStepLoop(loop);
    }
}
