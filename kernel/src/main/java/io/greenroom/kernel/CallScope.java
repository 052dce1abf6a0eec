package io.greenroom.kernel;

import io.greenroom.contract.Contract;

/**
 * What all calls share.
 *
 * @param contract what is promised
 * @param bindings who does it
 * @param clock the product's time
 * @param ids where new ids come from
 * @param media where files are kept
 * @param signer signs what comes back later
 */
public record CallScope(Contract contract, Bindings bindings, Clock clock, Ids ids, Media media, Signer signer) {}
