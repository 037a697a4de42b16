import { bind, type EffectiveStatement, statementsAt, statementsOf } from "@kalint/daemon";
import { describe, expect, it } from "vitest";
import { read } from "./support.js";

describe("the statements at some paths", () => {
  const host = bind(
    read(`$WEIGHTS=weight 3
virtual_server 192.0.2.10 80 {
    real_server 192.0.2.11 80 {
        $WEIGHTS
        HTTP_GET { url { path / } }
    }
    weight 2
    delay_loop 5
    ~SEQ(n, 2, 4) real_server 192.0.2.1$n 80 { weight $n }
}
virtual_server 192.0.2.20 80 {
    weight 1
    real_server 192.0.2.21 80 { weight 9 }
}
`),
    "lb1",
  );
  const all = statementsOf(host.effective);
  const paths = [...new Set(all.map(({ keyword }) => keyword.path)), "vrrp_instance"];

  it.each(paths.flatMap((one) => paths.map((other) => [one, other] as const)))(
    "%s and %s come in order",
    (...asked) => {
      const isAt = ({ keyword }: EffectiveStatement) => asked.some((path) => path === keyword.path);
      expect(statementsAt(host, ...asked)).toEqual(all.filter(isAt));
    },
  );

  it("are none where no path is asked for", () => expect(statementsAt(host)).toEqual([]));
});
