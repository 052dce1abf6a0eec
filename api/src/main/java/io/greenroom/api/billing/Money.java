package io.greenroom.api.billing;

import io.greenroom.kernel.doc.Doc;
import java.util.Locale;
import java.util.Map;

/** Amounts: computed in cents, shown in US dollars. */
final class Money {
    static final String CURRENCY = "USD";

    /** Tax rates of some countries in thousandths, our own like the prices; other countries have no tax. */
    private static final Map<String, Integer> TAXES =
            Map.of("AU", 100, "CA", 50, "DE", 190, "FR", 200, "GB", 200, "JP", 100);

    private Money() {}

    static double dollars(long cents) {
        return cents / 100.0;
    }

    /** Reads an amount from a document, in cents. */
    static long cents(Doc document, String field) {
        return document.get(field) instanceof Number dollars ? Math.round(dollars.doubleValue() * 100) : 0;
    }

    /** Formats an amount for print: {@code 1,234.50}. */
    static String printed(long cents) {
        return String.format(Locale.ROOT, "%,d.%02d", cents / 100, cents % 100);
    }

    /** The tax on a price in the payer's country. */
    static long tax(long cents, String country) {
        return rounded(cents * TAXES.getOrDefault(country.toUpperCase(Locale.ROOT), 0), 1000);
    }

    /** Prorates a price: the part for {@code days} out of {@code ofDays}. */
    static long share(long cents, long days, long ofDays) {
        return ofDays <= 0 ? 0 : rounded(cents * Math.clamp(days, 0, ofDays), ofDays);
    }

    private static long rounded(long number, long divisor) {
        return (2 * number + divisor) / (2 * divisor);
    }
}
