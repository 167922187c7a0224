// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/error.h"

#include <tl/expected.hpp>

namespace cs {

/// Everything that can fail returns one of these.
template <class T> using Result = tl::expected<T, Error>;
using Status = Result<void>;

inline tl::unexpected<Error> fail(Error error)
{
    return tl::unexpected<Error>(std::move(error));
}

} // namespace cs

#define CS_CONCAT_(a, b) a##b
#define CS_CONCAT(a, b) CS_CONCAT_(a, b)
/// CS_TRY(auto x, expression): x is the value, or the function returns the error.
#define CS_TRY(declaration, ...) CS_TRY_(CS_CONCAT(csTry, __LINE__), declaration, __VA_ARGS__)
#define CS_TRY_(tmp, declaration, ...)                                                                                 \
    auto tmp = (__VA_ARGS__);                                                                                          \
    if (!tmp)                                                                                                          \
        return ::cs::fail(std::move(tmp).error());                                                                     \
    declaration = std::move(*tmp)
/// CS_CHECK(expression): the function returns the error if there is one.
#define CS_CHECK(...)                                                                                                  \
    if (auto csCheck = (__VA_ARGS__); !csCheck)                                                                        \
    return ::cs::fail(std::move(csCheck).error())
