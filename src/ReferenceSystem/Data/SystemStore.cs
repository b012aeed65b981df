using Microsoft.EntityFrameworkCore;
using ReferenceSystem.Settings;

namespace ReferenceSystem.Data;

/// <summary>A system's store, as the commands see it.</summary>
/// <param name="Application">What the system calls itself towards the store.</param>
/// <param name="Register">Adds <typeparamref name="TDb"/> on the store of the settings, and what belongs to it.</param>
internal sealed record SystemStore<TDb>(string Application, Action<IServiceCollection, DatabaseSettings> Register)
    where TDb : DbContext;
