namespace YiyuanSafety.WorkPoints.Directory;

/// <summary>A body (单位) of the county.</summary>
/// <param name="Name">Full name, such as 县住房和城乡建设局.</param>
public sealed record Body(string Name)
{
    /// <summary>Other names that do not follow from <see cref="Name"/> by rule, such as 县住建局.</summary>
    public IReadOnlyList<string> Aliases { get; init; } = [];

    /// <summary>Names of the groups it is a member of, such as 县安委会成员单位.</summary>
    public IReadOnlyList<string> Groups { get; init; } = [];

    /// <summary>How it is addressed in a letter; null where that is its full name.</summary>
    public string? Addressee { get; init; }

    /// <summary>Whom to ask there.</summary>
    public Contact? Contact { get; init; }
}

/// <summary>A person to ask.</summary>
/// <param name="Name">Person or office.</param>
/// <param name="Phone">Telephone number as printed.</param>
public sealed record Contact(string? Name, string? Phone);

/// <summary>A collective term (如 各有关部门) and whom it means.</summary>
/// <param name="Name">Canonical term.</param>
public sealed record BodyGroup(string Name)
{
    /// <summary>Other wordings of the same term.</summary>
    public IReadOnlyList<string> Aliases { get; init; } = [];

    /// <summary>Name of another group whose members it takes over; null where bodies name it in <see cref="Body.Groups"/>.</summary>
    public string? SameAs { get; init; }
}
