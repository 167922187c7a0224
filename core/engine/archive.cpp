// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/engine/archive.h"

#include "core/engine/archive_fields.h"

#include <exception>
#include <sstream>

namespace cs::engine {

// A member that is added to a row and not to archive_fields.h would be lost with the next start. Its size gives it away
// on the platform that is built and tested first: mend archive_fields.h, then the number here.
#if defined(__x86_64__) && defined(__GLIBCXX__)
static_assert(sizeof(Actor) == 104 && sizeof(Assignment) == 128 && sizeof(KeyRecord) == 104);
static_assert(sizeof(AuthorityCase) == 240 && sizeof(PolicyCase) == 184 && sizeof(Finding) == 176);
static_assert(sizeof(Model) == 672 && sizeof(StageEntry) == 120 && sizeof(EvidenceItem) == 240);
static_assert(sizeof(ReportedResult) == 392 && sizeof(FiledRecord) == 208 && sizeof(RollbackRecord) == 488);
static_assert(sizeof(Version) == 848 && sizeof(RecordedDecision) == 416 && sizeof(CanaryFacts) == 96);
static_assert(sizeof(CanaryFacts::Window) == 184 && sizeof(CanaryFacts::Breach) == 280);
static_assert(sizeof(Promotion) == 720 && sizeof(Drill) == 312 && sizeof(Registry) == 216);
static_assert(sizeof(VersionBrief) == 296 && sizeof(PromotionBrief) == 176 && sizeof(LedgerState) == 1584);
#endif

namespace {

template <class T> Bytes bytesOf(const T& value)
{
    std::ostringstream out;
    cereal::BinaryOutputArchive archive(out);
    archive(value);
    return std::move(out).str();
}

/// All bytes make the value, or there is none. cereal answers wrong bytes by throwing.
template <class T> bool fromBytes(std::string_view bytes, T& value)
{
    try {
        std::istringstream in{std::string(bytes)};
        cereal::BinaryInputArchive archive(in);
        archive(value);
        return in.peek() == std::istringstream::traits_type::eof();
    } catch (const std::exception&) {
        return false;
    }
}

template <class T> std::unique_ptr<T> rowFrom(std::string_view bytes)
{
    auto row = std::make_unique<T>();
    return fromBytes(bytes, *row) ? std::move(row) : nullptr;
}

} // namespace

Bytes archived(const Version& version)
{
    return bytesOf(version);
}

Bytes archived(const Promotion& promotion)
{
    return bytesOf(promotion);
}

Bytes archivedRest(const LedgerState& state)
{
    return bytesOf(RestOf<const LedgerState>{state});
}

std::unique_ptr<Version> versionFrom(std::string_view bytes)
{
    return rowFrom<Version>(bytes);
}

std::unique_ptr<Promotion> promotionFrom(std::string_view bytes)
{
    return rowFrom<Promotion>(bytes);
}

Status restoreRest(LedgerState& state, std::string_view bytes, PolicySource& policies)
{
    RestOf<LedgerState> rest{state};
    if (!fromBytes(bytes, rest))
        return fail(couldNot("CS-ENGINE-ARCHIVE", "The cached state cannot be read."));
    for (PolicyInForce& policy : state.policies)
        if (auto document = policies.policy(policy.digest))
            policy.document = *std::move(document);
    return {};
}

namespace {

template <class T>
typename Rows<T>::Loader unpacker(
    const std::unordered_map<EntryIndex, Bytes>& packed, std::unique_ptr<T> (*from)(std::string_view))
{
    return [&packed, from](EntryIndex index) -> std::unique_ptr<T> {
        const auto found = packed.find(index);
        return found == packed.end() ? nullptr : from(found->second);
    };
}

template <class T> void packRows(Rows<T>& rows, std::unordered_map<EntryIndex, Bytes>& packed)
{
    for (const EntryIndex index : rows.changed())
        packed[index] = archived(*rows.find(index));
    rows.evict();
}

} // namespace

PackedRows::PackedRows(LedgerState& state)
    : m_state(state)
{
    state.versions.setLoader(unpacker<Version>(m_versions, versionFrom));
    state.promotions.setLoader(unpacker<Promotion>(m_promotions, promotionFrom));
}

void PackedRows::pack()
{
    packRows(m_state.versions, m_versions);
    packRows(m_state.promotions, m_promotions);
}

} // namespace cs::engine
