using YiyuanSafety.WorkPoints.Directory;
using YiyuanSafety.WorkPoints.Reading;

namespace YiyuanSafety.WorkPoints;

/// <summary>Understands a work-points document: outline, responsibility clauses, tasks.</summary>
public static class WorkPointsParser
{
    /// <summary>Turns what a reader saw into tasks and findings. Never fails: what is not understood becomes a finding.</summary>
    /// <param name="source">The blocks of the document.</param>
    /// <param name="directory">The county's bodies; null builds a directory from the document itself.</param>
    public static WorkPointsDocument Parse(SourceDocument source, BodyDirectory? directory) =>
        throw new NotSupportedException();
}
