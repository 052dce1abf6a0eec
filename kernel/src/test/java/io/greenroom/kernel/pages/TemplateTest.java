package io.greenroom.kernel.pages;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.greenroom.kernel.doc.ContractViolation;
import java.util.Map;
import org.junit.jupiter.api.Test;

class TemplateTest {

    @Test
    void escapesTexts() {
        assertThat(Template.escape("a<b>&\"c'☃")).isEqualTo("a&lt;b&gt;&amp;&quot;c&#39;☃");
    }

    @Test
    void escapesValuesUnlessTheyAreHtml() {
        Template scope = Template.named("/oauth/scope.html");
        Template.Html inner = scope.fill(Map.of("scope", "<b>$1\\"));

        assertThat(inner.text()).isEqualTo("<li><code>&lt;b&gt;$1\\</code></li>");
        assertThat(scope.fill(Map.of("scope", inner)).text())
                .isEqualTo("<li><code><li><code>&lt;b&gt;$1\\</code></li></code></li>");
    }

    @Test
    void doesNotExpandPlaceholdersInValues() {
        assertThat(Template.named("/oauth/scope.html")
                        .fill(Map.of("scope", "{{scope}}"))
                        .text())
                .isEqualTo("<li><code>{{scope}}</code></li>");
    }

    @Test
    void failsForAnUnfilledPlaceholder() {
        assertThatThrownBy(() -> Template.named("/oauth/scope.html").fill(Map.of()))
                .isInstanceOf(ContractViolation.class);
        assertThatThrownBy(() -> Template.named("/pages/nothing.html")).isInstanceOf(ContractViolation.class);
    }
}
