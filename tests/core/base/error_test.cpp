// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/base/result.h"

#include <gtest/gtest.h>

namespace cs {
namespace {

Result<int> half(int value)
{
    if (value % 2 != 0)
        return fail(usageError("CS-TEST", "%1 is odd", {QString::number(value)}));
    return value / 2;
}

Result<int> quarter(int value)
{
    CS_TRY(const int first, half(value));
    CS_TRY(const int second, half(first));
    return second;
}

TEST(ErrorTest, ArgumentsAreNotExpandedTwice)
{
    const Error error = refused("CS-TEST", "%2 before %1", {QStringLiteral("%2"), QStringLiteral("second")});
    EXPECT_EQ(error.message(), QStringLiteral("second before %2"));
    EXPECT_EQ(refused("CS-TEST", "%3 is missing", {}).message(), QStringLiteral(" is missing"));
}

TEST(ErrorTest, TryPassesTheFirstErrorOn)
{
    EXPECT_EQ(*quarter(8), 2);
    ASSERT_FALSE(quarter(6));
    EXPECT_EQ(quarter(6).error().message(), QStringLiteral("3 is odd"));
    EXPECT_EQ(quarter(6).error().code(), QStringLiteral("CS-TEST"));
}

TEST(ErrorTest, LawErrorsCarryTheirLaw)
{
    const Error error = lawError(7, "no");
    EXPECT_EQ(error.law(), 7);
    EXPECT_EQ(error.code(), QStringLiteral("CS-LAW-07"));
    EXPECT_EQ(error.failure(), Failure::Refused);
}

} // namespace
} // namespace cs
