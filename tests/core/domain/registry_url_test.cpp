// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/domain/registry_url.h"

#include <gtest/gtest.h>

namespace cs {
namespace {

TEST(RegistryUrlTest, hasOneSpelling)
{
    for (const auto& [given, text] :
        std::vector<std::pair<const char*, const char*>>{{"https://Registry.Example", "https://registry.example"},
            {"https://registry.example:443/", "https://registry.example"},
            {"https://registry.example:5000/mlflow/", "https://registry.example:5000/mlflow"},
            {"http://127.0.0.1:5000", "http://127.0.0.1:5000"}, {"http://localhost", "http://localhost"},
            {"http://[::1]:5000", "http://[::1]:5000"}, {"http://127.8.9.1:80", "http://127.8.9.1"}}) {
        const auto url = parseRegistryUrl(given);
        ASSERT_TRUE(url) << given << ": " << utf8(url.error().message());
        EXPECT_EQ(url->text(), text);
        EXPECT_EQ(parseRegistryUrl(url->text())->text(), text) << "parsing it again changes nothing";
    }
}

TEST(RegistryUrlTest, plainHttpStaysOnThisComputer)
{
    for (const char* given :
        {"http://registry.example", "http://127.0.0.1.registry.example", "http://127.0.0.1@10.0.0.1",
            "http://localhost.registry.example:5000", "http://10.0.0.1:5000", "http://127.0.0.256", "http://127.1",
            "http://0177.0.0.1", "http://127.0.0.1.", "http://[::2]", "http://[::1].registry.example"})
        EXPECT_FALSE(parseRegistryUrl(given)) << given;
}

TEST(RegistryUrlTest, nothingHidesInIt)
{
    for (const char* given : {"", "registry.example", "ftp://registry.example", "https://", "https:///path",
             "https://user:secret@registry.example", "https://registry.example?x=1", "https://registry.example/#a",
             "https://registry.example/a/../b", "https://registry.example:0", "https://registry.example:70000",
             "https://registry.example:", "https://registry.example:5000x", "https://registry example",
             "https://registry.example/a\nb", "https://reg\xC3\xADstry.example", "https://-registry.example"}) {
        const auto url = parseRegistryUrl(given);
        ASSERT_FALSE(url) << given;
        EXPECT_EQ(url.error().code(), QStringLiteral("CS-REGISTRY-URL"));
    }
    EXPECT_FALSE(parseRegistryUrl("https://registry.example/" + std::string(600, 'a')));
}

} // namespace
} // namespace cs
