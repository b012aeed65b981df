using CoreVia.Api.Data;
using CoreVia.Api.Http;

namespace CoreVia.Api.Auth;

/// <summary>The field <c>user_type</c>, in which the load suite calls a client a student.</summary>
internal static class UserTypeField
{
    const string Student = "student";

    static readonly string[] Known = [.. Words<UserType>.All, Student];

    public static UserType Read(BodyFields fields) => fields.Choice("user_type", Known) is var word && word == Student
        ? UserType.Client
        : Words<UserType>.Parse(word);
}
