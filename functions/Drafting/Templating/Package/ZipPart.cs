namespace YiyuanSafety.Drafting.Templating.Package;

/// <summary>One entry of a zip file, still compressed.</summary>
/// <param name="Name">Path in the package, no leading slash.</param>
/// <param name="Method">0 stored, 8 deflated.</param>
/// <param name="Crc">CRC-32 of the unpacked bytes.</param>
/// <param name="Length">Unpacked size, bytes.</param>
/// <param name="Data">The bytes as they lie in the file.</param>
internal sealed record ZipPart(string Name, ushort Method, uint Crc, uint Length, ReadOnlyMemory<byte> Data);
