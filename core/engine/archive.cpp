// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/engine/archive.h"

#include "core/engine/archive_fields.h"

#include <exception>
#include <sstream>

namespace cs::engine {
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

} // namespace cs::engine
