namespace YiyuanSafety.WorkPoints.Responsibility;

/// <summary>What the parser has read, by the place where it stands.</summary>
/// <param name="Kind">What it is.</param>
/// <param name="Start">First character.</param>
/// <param name="End">Behind the last.</param>
/// <param name="Role">The role that a verb or label gives, or that stands in brackets behind a name.</param>
internal readonly record struct ClauseEvent(EventKind Kind, int Start, int End, PartyRole Role)
{
    /// <summary>Whether a name ends like a body.</summary>
    public bool Shaped { get; init; }

    /// <summary>Whether a name has a role of its own, in brackets behind it.</summary>
    public bool HasRole { get; init; }
}

/// <summary>Kinds of <see cref="ClauseEvent"/>.</summary>
internal enum EventKind
{
    /// <summary>A name.</summary>
    Name,

    /// <summary>会同 and the like.</summary>
    Joiner,

    /// <summary>A verb that gives a role.</summary>
    Verb,

    /// <summary>A label that gives a role, such as 牵头单位：.</summary>
    Label,

    /// <summary>A comma between chunks; an enumeration has 、.</summary>
    Comma,

    /// <summary>The end of a segment or sentence.</summary>
    SegmentEnd,
}
