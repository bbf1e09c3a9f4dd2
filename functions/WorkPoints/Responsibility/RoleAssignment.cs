namespace YiyuanSafety.WorkPoints.Responsibility;

/// <summary>What the parser met, in order: a name, a word that joins or gives a role, or the end of a segment.</summary>
internal readonly record struct RoleEvent(RoleEventKind Kind, ClauseParty? Party, PartyRole? Role)
{
    /// <summary>会同, 同, 联合.</summary>
    public static RoleEvent Joiner => new(RoleEventKind.Joiner, null, null);

    /// <summary>A comma, which parts groups of names that 、 lists.</summary>
    public static RoleEvent Comma => new(RoleEventKind.Comma, null, null);

    /// <summary>A semicolon or the end of the sentence.</summary>
    public static RoleEvent SegmentEnd => new(RoleEventKind.SegmentEnd, null, null);

    /// <summary>A name, with the role that a bracket behind it gives, if any.</summary>
    public static RoleEvent Of(ClauseParty party, PartyRole? role) => new(RoleEventKind.Name, party, role);

    /// <summary>负责, 牵头, 配合 …</summary>
    public static RoleEvent Verb(PartyRole role) => new(RoleEventKind.Verb, null, role);

    /// <summary>责任单位： …</summary>
    public static RoleEvent Label(PartyRole role) => new(RoleEventKind.Label, null, role);
}

/// <summary>Kinds of <see cref="RoleEvent"/>.</summary>
internal enum RoleEventKind
{
    /// <summary>A name.</summary>
    Name,

    /// <summary>会同.</summary>
    Joiner,

    /// <summary>A verb phrase.</summary>
    Verb,

    /// <summary>A label.</summary>
    Label,

    /// <summary>A comma.</summary>
    Comma,

    /// <summary>The end of a segment.</summary>
    SegmentEnd,
}

/// <summary>Gives every name its role from the words around it.</summary>
internal static class RoleAssignment
{
    /// <summary>Assigns the roles. Names wait until a verb, a joiner or the segment's end decides on them.</summary>
    public static IReadOnlyList<ClauseParty> Assign(IEnumerable<RoleEvent> events)
    {
        var parties = new List<ClauseParty>();
        var waiting = new List<int>();
        PartyRole? label = null;
        var joined = false;
        var anyVerb = false;
        var beforeComma = 0;
        foreach (var e in events)
        {
            switch (e.Kind)
            {
                case RoleEventKind.Name when e.Party is { } party:
                    parties.Add(party with { Role = e.Role ?? label ?? PartyRole.Responsible });
                    if (e.Role is null)
                        waiting.Add(parties.Count - 1);
                    break;
                case RoleEventKind.Joiner:
                    // A会同B，C会同D: B was joined and leads nothing.
                    if (joined)
                        SettleFirst(beforeComma > 0 ? beforeComma : waiting.Count, PartyRole.Cooperating);
                    Settle(PartyRole.Lead);
                    joined = true;
                    break;
                case RoleEventKind.Verb when e.Role is { } role:
                    if (role is PartyRole.Cooperating or PartyRole.Guiding && !anyVerb && !joined)
                        SettleFirst(beforeComma, label ?? PartyRole.Responsible);

                    // After 会同 the verb speaks of all; those who were joined cooperate.
                    Settle(joined && role == PartyRole.Responsible ? PartyRole.Cooperating : role);
                    anyVerb = true;
                    if (role != PartyRole.Lead)
                        joined = false;
                    break;
                case RoleEventKind.Comma:
                    beforeComma = waiting.Count;
                    break;
                case RoleEventKind.Label:
                    Settle(label ?? PartyRole.Responsible);
                    label = e.Role;
                    joined = false;
                    break;
                case RoleEventKind.SegmentEnd:
                    // A牵头，B、C: whoever is named after a verb without one of their own helps.
                    Settle(label ?? (joined || anyVerb ? PartyRole.Cooperating : PartyRole.Responsible));
                    label = null;
                    joined = false;
                    break;
                default:
                    break;
            }
        }

        return parties;

        void Settle(PartyRole role) => SettleFirst(waiting.Count, role);

        // A、B，C参加: nobody would take part if A and B did not have the duty.
        void SettleFirst(int count, PartyRole role)
        {
            foreach (var index in waiting.Take(count))
                parties[index] = parties[index] with { Role = role };
            waiting.RemoveRange(0, count);
            beforeComma = 0;
        }
    }
}
