namespace YiyuanSafety.WorkPoints;

/// <summary>The stable codes of findings made while reading and understanding.</summary>
public static class FindingCodes
{
    /// <summary>Page numbers, running heads and the like were set aside.</summary>
    public const string PageFurniture = "page-furniture";

    /// <summary>Bytes of a text file did not fit its encoding.</summary>
    public const string Encoding = "encoding-doubtful";

    /// <summary>Hidden text of a Word file was left out.</summary>
    public const string HiddenText = "hidden-text";

    /// <summary>A file embedded in a Word file was left out.</summary>
    public const string EmbeddedFile = "embedded-file";

    /// <summary>A body's name is a slip away from one in the directory.</summary>
    public const string BodyNear = "body-near-miss";

    /// <summary>A body's name fits two bodies of the directory.</summary>
    public const string BodyAmbiguous = "body-ambiguous";

    /// <summary>The directory has no such body; it is kept as printed.</summary>
    public const string BodyUnknown = "body-unknown";

    /// <summary>Two bodies of the document may be one under two names; without a directory nobody can tell.</summary>
    public const string BodyTwice = "body-twice";

    /// <summary>A clause names something that does not look like a body.</summary>
    public const string BodyDoubtful = "body-doubtful";

    /// <summary>A numbered duty has no responsibility clause although its neighbours have.</summary>
    public const string DutyWithoutClause = "duty-without-clause";

    /// <summary>A numbered passage in a part without any clause.</summary>
    public const string PassageWithoutClause = "passage-without-clause";

    /// <summary>Prose outside every task asks something of a body by name.</summary>
    public const string DutyInPassage = "duty-in-passage";

    /// <summary>A heading's clause was used for the points beneath it.</summary>
    public const string ClauseCarried = "clause-carried";

    /// <summary>Text follows the last clause of an item.</summary>
    public const string TextAfterClause = "text-after-clause";

    /// <summary>Looks like a clause, but cannot be read as one.</summary>
    public const string ClauseNotUnderstood = "clause-not-understood";

    /// <summary>A convention such as 列第一位者为牵头单位 was applied.</summary>
    public const string ConventionApplied = "convention-applied";

    /// <summary>A standing clause such as 以下均需…不再列出 was applied.</summary>
    public const string StandingClauseApplied = "standing-clause-applied";

    /// <summary>The document has no responsibility clause at all.</summary>
    public const string NoClause = "no-clause";

    /// <summary>The document's year was not found, and its deadlines name none.</summary>
    public const string NoYear = "no-year";

    /// <summary>A table could not be read as an allocation of tasks.</summary>
    public const string TableNotUnderstood = "table-not-understood";

    /// <summary>The numbers of the items do not follow one another.</summary>
    public const string NumberGap = "number-gap";
}
