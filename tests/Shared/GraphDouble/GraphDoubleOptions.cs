namespace YiyuanSafety.Tests.Graph;

/// <summary>What the application may do on the site.</summary>
public enum Access
{
    /// <summary>Read and write.</summary>
    Write,

    /// <summary>Read; writing is answered 403.</summary>
    Read,

    /// <summary>Nothing: everything is answered 403.</summary>
    None,
}

/// <summary>What a column of the library holds.</summary>
public enum ColumnType
{
    /// <summary>One line of text, at most 255 characters.</summary>
    Text,

    /// <summary>Lines of text.</summary>
    Note,

    /// <summary>One of some values.</summary>
    Choice,

    /// <summary>A day, with or without a time.</summary>
    DateTime,
}

/// <summary>A column of the library.</summary>
/// <param name="Name">The name that people see.</param>
/// <param name="Internal">The name that Graph wants.</param>
/// <param name="Type">What it holds.</param>
/// <param name="ReadOnly">Whether only the library itself writes it.</param>
public sealed record LibraryColumn(string Name, string Internal, ColumnType Type, bool ReadOnly = false)
{
    /// <summary>The values of a choice; empty lets any value in.</summary>
    public IReadOnlyList<string> Choices { get; init; } = [];
}

/// <summary>How the double behaves.</summary>
public sealed record GraphDoubleOptions
{
    /// <summary>The five columns of an official paper.</summary>
    public static readonly IReadOnlyList<LibraryColumn> PaperColumns =
    [
        new("文号", "_x6587__x53f7_", ColumnType.Text),
        new("文种", "_x6587__x79cd_", ColumnType.Choice),
        new("主送", "_x4e3b__x9001_", ColumnType.Note),
        new("成文日期", "_x6210__x6587__x65e5__x671f_", ColumnType.DateTime),
        new("密级", "_x5bc6__x7ea7_", ColumnType.Text),
    ];

    /// <summary>Columns of the libraries beside the built-in Title, Modified and ContentType.</summary>
    public IReadOnlyList<LibraryColumn> Columns { get; init; } = PaperColumns;

    /// <summary>Whether the library rewrites the properties of .docx and .xlsx on upload and with every change of a column.</summary>
    public bool PromotesProperties { get; init; } = true;

    /// <summary>Whether the folders of a path that a file is put to are made on the way, as Graph itself does; else 404.</summary>
    public bool MakesFolders { get; init; }

    /// <summary>How many entries a page of delta, children or columns has.</summary>
    public int PageSize { get; init; } = 200;

    /// <summary>Whether a page of delta begins with the last item of the page before.</summary>
    public bool RepeatsDeltaItems { get; init; } = true;

    /// <summary>How many bytes a library holds; beyond, 507.</summary>
    public long Quota { get; init; } = 1L << 40;

    /// <summary>What the application may do.</summary>
    public Access Access { get; init; } = Access.Write;

    /// <summary>Whether links can be made; else 403.</summary>
    public bool CanShare { get; init; } = true;

    /// <summary>How long an upload session lives after its last fragment.</summary>
    public TimeSpan SessionLifetime { get; init; } = TimeSpan.FromDays(1);

    /// <summary>What a session does about a taken name when it was not told: fail, replace or rename.</summary>
    public string SessionConflict { get; init; } = "replace";

    /// <summary>Whether the missing ranges of a session are told with their end ("26-127"), as SharePoint may; else without ("26-").</summary>
    public bool ClosedRanges { get; init; }

    /// <summary>Whether contents are kept; else only length and hash, Office files apart, and those contents cannot be read again.</summary>
    public bool KeepBytes { get; init; } = true;

    /// <summary>The clock of expiry and of the dates that items show.</summary>
    public TimeProvider Time { get; init; } = TimeProvider.System;

    /// <summary>Tenant that the sign-in knows.</summary>
    public string Tenant { get; init; } = "11111111-2222-3333-4444-555555555555";

    /// <summary>Client id of the application.</summary>
    public string Client { get; init; } = "99999999-8888-7777-6666-555555555555";

    /// <summary>The application's secret.</summary>
    public string Secret { get; init; } = "s3cret~of.the-application";

    /// <summary>The application's certificate (PEM) that assertions are signed with; null does not verify their signature.</summary>
    public string? ClientCertificatePem { get; init; }
}
