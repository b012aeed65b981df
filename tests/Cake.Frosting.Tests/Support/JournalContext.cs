using Cake.Core;

namespace Cake.Frosting.Tests.Support;

internal sealed class JournalContext(ICakeContext context, Journal journal) : FrostingContext(context)
{
    public void Note(string entry) => journal.Entries.Add(entry);
}
