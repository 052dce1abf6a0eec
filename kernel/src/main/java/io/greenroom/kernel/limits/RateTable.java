package io.greenroom.kernel.limits;

import static io.greenroom.kernel.limits.Rate.perMinute;
import static io.greenroom.kernel.limits.Rate.perSecond;

import io.greenroom.contract.Label;
import io.greenroom.contract.Operation;
import io.greenroom.kernel.doc.ContractViolation;

/** The rate limits of each plan: one table for the phone, one for everything else. Immutable. */
final class RateTable {
    private static final RateTable STANDARD = new RateTable(
            "/",
            new Row(
                    RateTier.FREE,
                    perSecond(4).perDay(6_000),
                    perSecond(2).perDay(2_000),
                    perSecond(1).perDay(1_000),
                    perMinute(10).perDay(30_000)),
            new Row(
                    RateTier.PRO,
                    perSecond(30),
                    perSecond(20),
                    perSecond(10).perDay(30_000),
                    perMinute(10).perDayWithHeavy(30_000)),
            new Row(
                    RateTier.BUSINESS,
                    perSecond(80),
                    perSecond(60),
                    perSecond(40).perDay(60_000),
                    perMinute(20).perDayWithHeavy(60_000)));

    // Free accounts cannot buy the phone; one that has it anyway gets the smaller plan's limits.
    private static final RateTable PHONE = new RateTable(
            "/phone-",
            new Row(RateTier.FREE, perSecond(20), perSecond(10), perSecond(5).perDay(15_000), perMinute(5)),
            new Row(RateTier.PRO, perSecond(20), perSecond(10), perSecond(5).perDay(15_000), perMinute(5)),
            new Row(
                    RateTier.BUSINESS,
                    perSecond(40),
                    perSecond(20),
                    perSecond(10).perDay(30_000),
                    perMinute(10)));

    private final String prefix;
    private final Row[] rows;

    private record Row(RateTier plan, Rate light, Rate medium, Rate heavy, Rate resourceIntensive) {
        Rate rate(Label label) {
            return switch (label) {
                case LIGHT -> light;
                case MEDIUM -> medium;
                case HEAVY -> heavy;
                case RESOURCE_INTENSIVE -> resourceIntensive;
            };
        }
    }

    private RateTable(String prefix, Row... rows) {
        this.prefix = prefix;
        this.rows = rows;
    }

    /** The table for an operation's label. */
    static RateTable of(Operation operation) {
        return switch (operation.limits()) {
            case "standard" -> STANDARD;
            case "phone" -> PHONE;
            default -> throw new ContractViolation(operation.id() + " names no table of limits: " + operation.limits());
        };
    }

    Rate rate(RateTier plan, Label label) {
        for (Row row : rows) {
            if (row.plan() == plan) {
                return row.rate(label);
            }
        }
        throw new ContractViolation("The rate limits lack the plan " + plan);
    }

    /** The counter key for an account's requests of a label. */
    String key(String account, Label label) {
        return account + prefix + label.wireName();
    }
}
