namespace YiyuanSafety.WorkPoints.Responsibility;

/// <summary>A responsibility clause as the grammar read it.</summary>
internal sealed record Clause
{
    /// <summary>Bodies and collective terms in printed order.</summary>
    public required IReadOnlyList<ClauseParty> Parties { get; init; }

    /// <summary>Whether a label (责任单位：) or a verb (负责) gave the roles; else the clause is a bare list of names.</summary>
    public required bool HasRoleWord { get; init; }

    /// <summary>Whether a label gave the roles.</summary>
    public bool HasLabel { get; init; }

    /// <summary>Whether some role was given by 牵头 or 会同, so that the convention of the first-named lead does not apply.</summary>
    public bool HasExplicitLead => Parties.Any(party => party.Role == PartyRole.Lead);

    /// <summary>列第一位者为牵头单位: whether the clause states it, and whether for the clauses after it too (下同).</summary>
    public FirstIsLead FirstIsLead { get; init; }

    /// <summary>Bodies that take part in every following task (以下均需…配合，不再列出); empty where there are none.</summary>
    public IReadOnlyList<ClauseParty> Standing { get; init; } = [];
}

/// <summary>A party as the grammar read it.</summary>
/// <param name="Role">Its role.</param>
/// <param name="Mention">As printed.</param>
/// <param name="Shaped">Whether it has the form of a body's name.</param>
internal sealed record ClauseParty(PartyRole Role, string Mention, bool Shaped);

/// <summary>How far the convention that the first-named body leads reaches.</summary>
internal enum FirstIsLead
{
    /// <summary>Not stated.</summary>
    No,

    /// <summary>In this clause only.</summary>
    Here,

    /// <summary>In this clause and all that follow.</summary>
    FromHere,
}
