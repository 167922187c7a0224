// SPDX-License-Identifier: GPL-3.0-or-later
// Every event of the catalogue, both ways. The events are made from the same descriptions that the codec reads, so that
// a new member or type is tested as soon as it exists.
#include "core/base/sha256.h"
#include "core/domain/events/event.h"

#include <QJsonArray>
#include <QJsonDocument>
#include <QJsonObject>

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <algorithm>

namespace cs::test {
namespace {

using codec::Described;
using codec::Max;
using codec::Range;
using codec::Sorted;
using codec::Token;
using codec::Words;

/// Gives every member a value that its constraints allow. @p optionals: whether optional members are there.
class Filler {
public:
    explicit Filler(bool optionals)
        : m_optionals(optionals)
    {
    }
    template <class T, class... C> void operator()(std::string_view name, T& target, const C&... constraints)
    {
        fill(target);
        (constrain(target, constraints), ...);
        names.emplace_back(name);
    }
    std::vector<std::string> names, optional;

private:
    void fill(std::string& target) { target = "text" + std::to_string(++m_count); }
    void fill(std::int64_t& target) { target = ++m_count; }
    void fill(bool& target) { target = true; }
    void fill(Digest& target) { target = sha256Of(std::to_string(++m_count)); }
    void fill(codec::Commitment& target) { fill(target.digest); }
    void fill(PublicKey& target) { target = PublicKey(sha256Of(std::to_string(++m_count)).array()); }
    void fill(Decimal& target) { target = Decimal::fromDouble(-0.5 * static_cast<double>(++m_count)); }
    void fill(UtcTime& target) { target = UtcTime(1'772'442'000'000 + ++m_count); }
    template <class Tag> void fill(StrongId<Tag>& target) { target = StrongId<Tag>(++m_count); }
    template <class T> void fill(std::optional<T>& target)
    {
        target.reset();
        if (m_optionals)
            fill(target.emplace());
    }
    template <class T> void fill(std::vector<T>& target)
    {
        target.resize(2);
        for (T& item : target)
            fill(item);
    }
    template <class T> void fill(std::map<std::string, T>& target)
    {
        for (const char* key : {"first", "second"})
            fill(target[key]);
    }
    template <Described T> void fill(T& target) { T::fields(*this, target); }
    template <class... T> void fill(std::variant<T...>& target)
    {
        std::variant_alternative_t<0, std::variant<T...>> first;
        std::decay_t<decltype(first)>::fields(*this, first);
        target = std::move(first);
    }

    template <class T> void constrain(std::optional<T>& target, const auto& constraint)
    {
        if (target)
            constrain(*target, constraint);
    }
    void constrain(std::string& target, Words words) { target = *words.allowed.begin(); }
    void constrain(std::int64_t& target, Range range) { target = std::clamp(target, range.from, range.to); }
    template <class T> void constrain(std::vector<T>& target, Sorted) { std::sort(target.begin(), target.end()); }
    void constrain(auto&, const auto&) { }

    bool m_optionals;
    std::int64_t m_count = 0;
};

template <class T> T filled(bool optionals)
{
    T event;
    Filler filler(optionals);
    T::fields(filler, event);
    return event;
}

template <class... T> std::vector<events::Event> everyEvent(bool optionals, const std::variant<T...>*)
{
    return {events::Event(filled<T>(optionals))...};
}

template <class... T> std::vector<events::Event> everyChange(bool optionals, const std::variant<T...>*)
{
    std::vector<events::Event> proposals;
    (
        [&] {
            auto proposed = filled<events::AuthorityProposed>(optionals);
            proposed.change = filled<T>(optionals);
            proposals.emplace_back(proposed);
        }(),
        ...);
    return proposals;
}

std::vector<events::Event> catalogue(bool optionals)
{
    auto all = everyEvent(optionals, static_cast<const events::Event*>(nullptr));
    std::ranges::move(everyChange(optionals, static_cast<const events::Change*>(nullptr)), std::back_inserter(all));
    return all;
}

Result<events::Event> decoded(std::string_view type, const std::string& body, std::int64_t v = 1)
{
    CS_TRY(const auto document, json::parse(body, json::entryLimits));
    return events::decode(type, v, document->root());
}

std::string compact(const QJsonObject& object)
{
    return QJsonDocument(object).toJson(QJsonDocument::Compact).toStdString();
}

QJsonObject objectOf(const std::string& body)
{
    return QJsonDocument::fromJson(QByteArray::fromStdString(body)).object();
}

TEST(Events, EveryTypeComesBackAsItWas)
{
    for (const bool optionals : {true, false})
        for (const events::Event& event : catalogue(optionals)) {
            const std::string body = events::encodeBody(event);
            const auto again = decoded(events::typeOf(event), body);
            ASSERT_TRUE(again) << events::typeOf(event) << " " << body << " " << utf8(again.error().message());
            EXPECT_EQ(again->index(), event.index()) << body;
            EXPECT_EQ(events::encodeBody(*again), body);
            EXPECT_TRUE(events::isKnownType(events::typeOf(event)));
        }
}

TEST(Events, TypesAreDistinct)
{
    std::set<std::string_view> types;
    const auto all = everyEvent(true, static_cast<const events::Event*>(nullptr));
    for (const events::Event& event : all)
        types.insert(events::typeOf(event));
    EXPECT_EQ(types.size(), all.size());
}

/// @p path names the object that is changed: the body itself, or one object within it.
void expectStrict(std::string_view type, const QJsonObject& body, const QStringList& path)
{
    QJsonObject inner = body;
    for (const QString& step : path)
        inner = inner.value(step).toObject();
    const auto refusedWith = [&](const QJsonObject& changed) {
        QJsonObject whole = changed;
        for (qsizetype i = path.size() - 1; i >= 0; --i) {
            QJsonObject outer = body;
            for (const QString& step : path.first(i))
                outer = outer.value(step).toObject();
            outer.insert(path.at(i), whole);
            whole = outer;
        }
        const auto result = decoded(type, compact(whole));
        EXPECT_FALSE(result) << type << " " << compact(whole);
        if (!result) {
            EXPECT_EQ(result.error().law(), 0) << "a wrong body is no newer ledger";
            EXPECT_FALSE(result.error().message().isEmpty());
        }
    };
    QJsonObject changed = inner;
    changed.insert(QStringLiteral("unheard_of"), 1);
    refusedWith(changed);
    for (const QString& name : inner.keys()) {
        changed = inner;
        changed.remove(name);
        refusedWith(changed);
        // No member is a fraction: wrong for a text, an integer, a truth value, a list and an object alike.
        changed = inner;
        changed.insert(name, 1.5);
        refusedWith(changed);
    }
}

TEST(Events, UnknownMissingAndMistypedMembersAreRefused)
{
    for (const events::Event& event : catalogue(true)) {
        const QJsonObject body = objectOf(events::encodeBody(event));
        expectStrict(events::typeOf(event), body, {});
        if (std::holds_alternative<events::AuthorityProposed>(event))
            expectStrict(events::typeOf(event), body, {QStringLiteral("change")});
        for (const char* inner :
            {"artifact", "data", "pipeline", "source", "trigger", "verified", "head", "desired", "inputs"})
            if (body.value(QLatin1String(inner)).isObject())
                expectStrict(events::typeOf(event), body, {QLatin1String(inner)});
        if (std::holds_alternative<events::VersionAmended>(event))
            expectStrict(events::typeOf(event), body, {QStringLiteral("set"), QStringLiteral("artifact")});
    }
}

TEST(Events, OnlyOptionalMembersMayBeNull)
{
    for (std::size_t i = 0; i < catalogue(true).size(); ++i) {
        const events::Event with = catalogue(true)[i];
        const QJsonObject body = objectOf(events::encodeBody(with));
        const QJsonObject without = objectOf(events::encodeBody(catalogue(false)[i]));
        for (const QString& name : body.keys()) {
            QJsonObject changed = body;
            changed.insert(name, QJsonValue::Null);
            EXPECT_EQ(decoded(events::typeOf(with), compact(changed)).has_value(), without.value(name).isNull())
                << events::typeOf(with) << " " << utf8(name);
        }
    }
}

TEST(Events, UnknownTypesAndVersionsAreANewerLedger)
{
    for (const auto& [type, v] :
        {std::pair{"founding.accepted", 2}, {"founding.accepted", 0}, {"moon.landed", 1}, {"", 1}}) {
        const auto result = decoded(type, "{}", v);
        ASSERT_FALSE(result) << type << v;
        EXPECT_EQ(result.error().law(), 14);
        EXPECT_EQ(result.error().code(), QStringLiteral("CS-DOMAIN-NEWER"));
    }
}

struct Refusal {
    const char* why;
    std::string type, member;
    QJsonValue bad;
};

TEST(Events, LimitsOfMembersHold)
{
    const QString longName(81, QLatin1Char('n'));
    QJsonArray many;
    for (int i = 0; i < 201; ++i)
        many.append(QStringLiteral("v%1").arg(1000 + i));
    const std::vector<Refusal> refusals{
        {"a name of 81 characters", "workspace.created", "name", longName},
        {"a mode that there is not", "workspace.created", "mode", QStringLiteral("open")},
        {"rules of another time", "workspace.created", "rules", 2},
        {"a key of 31 bytes", "workspace.created", "key", QString::fromLatin1(QByteArray(31, 'k').toBase64())},
        {"a key in another alphabet", "workspace.created", "key", QStringLiteral("_-_-")},
        {"a direction-turning mark", "workspace.created", "name", QString(QStringLiteral("a") + QChar(0x202e))},
        {"a control character", "workspace.created", "name", QStringLiteral("a\nb")},
        {"a line separator", "workspace.created", "name", QString(QStringLiteral("a") + QChar(0x2028))},
        {"a list out of order", "workspace.opened", "admins", QJsonArray{QStringLiteral("a2"), QStringLiteral("a1")}},
        {"somebody twice", "workspace.opened", "admins", QJsonArray{QStringLiteral("a1"), QStringLiteral("a1")}},
        {"more than 200 items", "hold.set", "about", many},
        {"no administrator needed", "workspace.opened", "threshold", 0},
        {"the id of a model", "version.amended", "version", QStringLiteral("m1")},
        {"an id with a zero in front", "version.amended", "version", QStringLiteral("v01")},
        {"an id below zero", "version.amended", "version", QStringLiteral("v-1")},
        {"an id beyond every index", "version.amended", "version", QStringLiteral("v99999999999999999999")},
        {"an id as a number", "version.amended", "version", 1},
        {"a digest without its algorithm", "evidence.attached", "sha", QString(64, QLatin1Char('a'))},
        {"a digest in capitals", "evidence.attached", "sha",
            QString(QStringLiteral("sha256:") + QString(64, QLatin1Char('A')))},
        {"no bytes at all", "evidence.attached", "bytes", 0},
        {"2^53", "evidence.attached", "bytes", 9007199254740992.0},
        {"a kind with a slash", "evidence.attached", "kind", QStringLiteral("a/b")},
        {"a kind in capitals", "evidence.attached", "kind", QStringLiteral("Report")},
        {"an empty kind", "evidence.attached", "kind", QString()},
        {"part 1001", "result.reported", "part", 1001},
        {"a time without milliseconds", "result.reported", "measuredAt", QStringLiteral("2026-03-02T09:00:00Z")},
        {"a day that there is not", "result.reported", "measuredAt", QStringLiteral("2026-02-30T09:00:00.000Z")},
        {"a percentage as a number", "canary.step_set", "percent", 5},
        {"a percentage in words", "canary.step_set", "percent", QStringLiteral("5 %")},
        {"a reason that there is not", "canary.step_set", "why", QStringLiteral("because")},
        {"a presence that there is not", "promotion.approved", "presence", QStringLiteral("later")},
        {"a basis that there is not", "promotion.executed", "basis", QStringLiteral("trust me")},
        {"an unknown change", "authority.proposed", "change",
            QJsonObject{{QStringLiteral("kind"), QStringLiteral("coup")}}},
    };
    for (const Refusal& refusal : refusals) {
        const auto all = catalogue(true);
        const auto event =
            std::ranges::find(all, refusal.type, [](const events::Event& e) { return events::typeOf(e); });
        ASSERT_NE(event, all.end());
        QJsonObject body = objectOf(events::encodeBody(*event));
        ASSERT_TRUE(body.contains(QString::fromStdString(refusal.member))) << refusal.type << " " << refusal.member;
        body.insert(QString::fromStdString(refusal.member), refusal.bad);
        EXPECT_FALSE(decoded(refusal.type, compact(body))) << refusal.why;
    }
}

TEST(Decimals, KeepTheirTextAndRefuseEverythingElse)
{
    const std::string longest = "0." + std::string(38, '1');
    for (const std::string& text : {std::string("0"), std::string("-0.5"), std::string("12.50"), std::string("1e3"),
             std::string("-1.5e-3"), longest}) {
        const auto decimal = Decimal::fromText(text);
        ASSERT_TRUE(decimal) << text;
        EXPECT_EQ(decimal->text(), text);
    }
    for (const std::string& text : {std::string(), std::string("."), std::string(".5"), std::string("5."),
             std::string("+5"), std::string("0x1"), std::string("nan"), std::string("inf"), std::string("Infinity"),
             std::string("1e"), std::string("1e1000"), std::string("1e999"), std::string("1,5"), std::string(" 1"),
             std::string("1 "), std::string("--1"), longest + "1"})
        EXPECT_FALSE(Decimal::fromText(text)) << text;
    for (const double value : {0.1, -1e-300, 1e300, 123456789.123456789, 0.0})
        EXPECT_EQ(Decimal::fromText(Decimal::fromDouble(value).text())->value(), value);
    EXPECT_FALSE(*Decimal::fromText("0.50") == *Decimal::fromText("0.5")) << "what was signed is the text";
}

TEST(Ids, HaveOneSpelling)
{
    EXPECT_EQ(ModelId::fromText("m0")->index(), 0);
    EXPECT_EQ(ModelId::fromText("m12")->text(), "m12");
    for (const char* text : {"", "m", "12", "v12", "M12", "m012", "m-1", "m1 ", " m1", "m1a", "m9223372036854775808"})
        EXPECT_FALSE(ModelId::fromText(text)) << text;
    EXPECT_FALSE(ModelId().isValid());
}

} // namespace
} // namespace cs::test
