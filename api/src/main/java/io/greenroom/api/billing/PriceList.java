package io.greenroom.api.billing;

import io.greenroom.api.billing.Offer.Hosts;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;

/**
 * All plans that can be bought. The types are those of the vendor's examples and clients, except those of Zoom Phone,
 * which are our guess because its list is not published with the API. The number of hosts of base plans is documented.
 * The prices are our own: a year costs ten months.
 */
final class PriceList {
    private static final int MONTHS_OF_A_YEAR = 10;
    private static final Map<String, Offer> OFFERS = new LinkedHashMap<>();

    static {
        add("trial", "Free Trial", PlanCategory.BASE, Term.TRIAL, 0, 0, Hosts.ANY);
        add("monthly", "Standard Pro Monthly", PlanCategory.BASE, Term.MONTH, 15_00, 0, new Hosts(1, 9));
        add("yearly", "Standard Pro Annual", PlanCategory.BASE, Term.YEAR, 150_00, 0, new Hosts(1, 9));
        addBoth("business", "Standard Biz", PlanCategory.BASE, 20_00, 0, new Hosts(10, 49));
        add("edu20", "Standard Edu Annual", PlanCategory.BASE, Term.YEAR, 90_00, 0, new Hosts(20, 149));
        addBoth("zroom", "Zoom Rooms", PlanCategory.ROOMS, 50_00, 0, Hosts.ANY);
        addBoth("roomconnector", "Room Connector", PlanCategory.ROOM_CONNECTOR, 50_00, 0, Hosts.ANY);
        addBoth("large500", "Large Meeting 500", PlanCategory.LARGE_MEETING, 50_00, 500, Hosts.ANY);
        addBoth("large1000", "Large Meeting 1000", PlanCategory.LARGE_MEETING, 90_00, 1000, Hosts.ANY);
        addBoth("webinar100", "Webinar 100", PlanCategory.WEBINAR, 40_00, 100, Hosts.ANY);
        addBoth("webinar500", "Webinar 500", PlanCategory.WEBINAR, 80_00, 500, Hosts.ANY);
        addBoth("webinar1000", "Webinar 1000", PlanCategory.WEBINAR, 340_00, 1000, Hosts.ANY);
        addBoth("webinar3000", "Webinar 3000", PlanCategory.WEBINAR, 990_00, 3000, Hosts.ANY);
        addBoth("webinar5000", "Webinar 5000", PlanCategory.WEBINAR, 2_490_00, 5000, Hosts.ANY);
        addBoth("webinar10000", "Webinar 10000", PlanCategory.WEBINAR, 6_490_00, 10_000, Hosts.ANY);
        addRecording(40, 100);
        addRecording(100, 500);
        addRecording(500, 3000);
        add("tollfree_payongo", "Toll-free Audio Monthly", PlanCategory.AUDIO, Term.MONTH, 0, 0, Hosts.ANY);
        add(
                "tollfree_monthly_commitment_100",
                "Audio 100 Monthly",
                PlanCategory.AUDIO,
                Term.MONTH,
                100_00,
                0,
                Hosts.ANY);
        addBoth("phonebase", "Zoom Phone", PlanCategory.PHONE_BASE, 10_00, 0, Hosts.ANY);
        addBoth("usca_metered", "US and Canada Metered", PlanCategory.PHONE_CALLING, 5_00, 0, Hosts.ANY);
        addBoth("usca_unlimited", "US and Canada Unlimited", PlanCategory.PHONE_CALLING, 15_00, 0, Hosts.ANY);
        addBoth("usca_number", "US and Canada Number", PlanCategory.PHONE_NUMBER, 5_00, 0, Hosts.ANY);
    }

    private PriceList() {}

    /** Finds the offer of a plan type. */
    static Optional<Offer> find(String type) {
        return Optional.ofNullable(OFFERS.get(type));
    }

    private static void add(
            String type, String title, PlanCategory part, Term term, long cents, long size, Hosts hosts) {
        OFFERS.put(type, new Offer(type, title, part, term, cents, size, hosts));
    }

    private static void addBoth(String product, String title, PlanCategory part, long cents, long size, Hosts hosts) {
        add(product + "_monthly", title + " Monthly", part, Term.MONTH, cents, size, hosts);
        add(product + "_yearly", title + " Annual", part, Term.YEAR, cents * MONTHS_OF_A_YEAR, size, hosts);
    }

    /** The types of these plans contain their price. */
    private static void addRecording(int dollars, int gigabytes) {
        add(
                "cmr_monthly_commitment_" + dollars,
                "Cloud Recording " + gigabytes + " GB Monthly",
                PlanCategory.RECORDING,
                Term.MONTH,
                dollars * 100L,
                gigabytes,
                Hosts.ANY);
    }
}
