using System.Text;

namespace YiyuanSafety.WorkPoints.Tests.Fixtures;

/// <summary>Writes the outside of an OLE compound file: header and a directory with the named streams, no content.</summary>
internal static class CompoundFixture
{
    public static byte[] With(params ReadOnlySpan<string> streams)
    {
        var file = new byte[512 * 3];
        byte[] magic = [0xD0, 0xCF, 0x11, 0xE0, 0xA1, 0xB1, 0x1A, 0xE1];
        magic.CopyTo(file, 0);
        var at = 1024;
        foreach (var name in (string[])["Root Entry", .. streams])
        {
            var text = Encoding.Unicode.GetBytes(name + '\0');
            text.CopyTo(file, at);
            file[at + 64] = (byte)text.Length;
            at += 128;
        }

        return file;
    }
}
