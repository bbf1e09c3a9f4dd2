namespace YiyuanSafety.WorkPoints;

/// <summary>The stable codes of findings made while reading and understanding.</summary>
public static class FindingCodes
{
    /// <summary>Page numbers, running heads and the like were set aside.</summary>
    public const string PageFurniture = "page-furniture";

    /// <summary>Bytes of a text file did not fit its encoding.</summary>
    public const string Encoding = "encoding-doubtful";
}
