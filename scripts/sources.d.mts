export declare const sources: Readonly<Record<string, string>>;
